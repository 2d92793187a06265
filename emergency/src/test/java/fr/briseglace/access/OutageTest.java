package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.GLASS;
import static fr.briseglace.access.AccessBench.HOLDER;
import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.SECRETS;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.LawSettings;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Statement;
import fr.briseglace.store.Cable;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgChanges;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgSnapshots;
import fr.briseglace.store.PgWindows;
import fr.briseglace.store.SqliteJournal;
import fr.briseglace.store.StoreAway;
import fr.briseglace.store.StoreBreaker;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.OutageReplay;
import fr.briseglace.trail.RecordWriter;
import fr.briseglace.trail.RepeatKey;
import fr.briseglace.trail.TrailUnavailable;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store is cut off or hangs, with a real one at the other end of the cable. */
@Timeout(120)
class OutageTest {
    @TempDir
    private Path disk;

    private AccessBench bench;
    private Cable cable;
    private Database reached;
    private SqliteJournal journal;
    private AccessBench.Node node;
    private Changes changes;
    private UUID patient;
    private Duration staleness = Duration.ofMinutes(5);

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        patient = bench.register(TestPatients.adult(1));
        cable = new Cable(bench.settings.port());
        DatabaseSettings s = bench.settings;
        reached = Database.open(
                bench.vertx, new DatabaseSettings(s.host(), cable.port(), s.database(), s.user(), s.password(), 2));
        start();
    }

    private void start() {
        journal = SqliteJournal.open(bench.vertx, disk, SECRETS, 1 << 20);
        StoreBreaker breaker = new StoreBreaker(Duration.ofSeconds(3), () -> false);
        KnownWindows known = new KnownWindows(100);
        PgSnapshots snapshots =
                new PgSnapshots(bench.vertx, reached.lookups(), InstantSource.system(), "dpo@example.org");
        PgWindows windows = new PgWindows(reached.lookups());
        PgRecordStore records = new PgRecordStore(reached.records(), bench::id);
        CachedSnapshots cached = bench.snapshots((ins, author) -> breaker.guard(() -> snapshots.load(ins, author)));
        changes = new Changes(new PgChanges(reached.console()), cached);
        AccessTools tools = new AccessTools(
                cached,
                known.before(id -> breaker.guard(() -> windows.find(id))),
                new AccessPolicy(LawSettings.DEFAULT),
                new RecordWriter(entries -> breaker.guard(() -> records.insert(entries)), 1_000),
                InstantSource.system(),
                new java.security.SecureRandom(),
                () -> {},
                new Outage(new RecordWriter(journal, 1_000), staleness));
        node = bench.node(tools, known, reached);
    }

    @AfterEach
    void close() throws IOException {
        cable.close();
        journal.close().await();
        reached.close().await();
        bench.close();
    }

    private Outcome<Opened> ask() {
        return node.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await();
    }

    private void replay() {
        cable.mend();
        PgRecordStore back = new PgRecordStore(bench.database.records(), bench::id);
        new OutageReplay(journal, back::take, StoreAway::says).run().await();
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void warmPatientIsAnsweredFromWhatWasKnownAndTheRecordComesIntoTheTrailAfterwards() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        Opened opened = given(ask());
        assertThat(opened.degraded()).isTrue();
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(1);
        replay();
        assertThat(bench.count("access where kind = 'opened' and degraded")).isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(4);
        assertThat(bench.count("access where access_id = '" + opened.id() + "' and leaf is not null"))
                .isEqualTo(1);
        assertThat(bench.count("outage_finding")).isZero();
        Opened after = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        assertThat(after.id()).isEqualTo(opened.id());
    }

    @Test
    void whatAStoreThatHungWritesInTheEndIsTheSameRecord() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.hold();
        Opened opened = given(ask());
        assertThat(opened.degraded()).isTrue();
        cable.mend();
        await(() -> bench.count("access where access_id = '" + opened.id() + "' and not degraded") == 1);
        replay();
        assertThat(bench.count("access where professional_id = '" + REGULATOR.id() + "'"))
                .isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(4);
    }

    @Test
    void whatAStoreThatHungNeverWroteComesInAfterwards() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.hold();
        Opened opened = given(ask());
        cable.cut();
        replay();
        assertThat(bench.count("access where degraded and access_id = '" + opened.id() + "'"))
                .isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(4);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void patientOfWhomNothingIsKnownIsNotAnswered() {
        cable.cut();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::ask);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void whatIsTooOldIsNotAnswered() throws IOException {
        journal.close().await();
        staleness = Duration.ofNanos(1);
        start();
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        assertThatExceptionOfType(TrailUnavailable.class).isThrownBy(this::ask);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void windowOpenedInTheOutageIsLookedThroughAgain() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        Opened opened = given(ask());
        Opened again = given(ask());
        assertThat(again.id()).isEqualTo(opened.id());
        assertThat(again.before()).isTrue();
        Opened read =
                given(node.on(() -> node.windows().read(REGULATOR, opened.id())).await());
        assertThat(read.degraded()).isTrue();
        replay();
        assertThat(bench.count("access where degraded and kind = 'opened'")).isEqualTo(1);
        assertThat(bench.count("access where degraded and kind = 'read'")).isEqualTo(2);
    }

    @Test
    void knownOppositionHoldsWithoutTheStoreAndTheRefusalIsRecorded() {
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
        replay();
        assertThat(bench.count("access where kind = 'refused' and degraded")).isEqualTo(1);
    }

    @Test
    void oppositionThatThisNodeCouldNotSeeIsFoundAfterwards() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(given(ask()).degraded()).isTrue();
        replay();
        assertThat(bench.count("outage_finding where cause = 'opposed'")).isEqualTo(1);
    }

    @Test
    void oppositionThatThisNodeHeardOfHoldsInTheOutage() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        assertThat(changes.listen().await()).isZero();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(changes.listen().await()).isEqualTo(1);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
        replay();
        assertThat(bench.count("outage_finding")).isZero();
        assertThat(bench.count("access where kind = 'refused' and degraded")).isEqualTo(1);
    }

    @Test
    void changeIsHeardOnceHoweverOftenItIsTold() {
        changes.listen().await();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(changes.listen().await()).isEqualTo(1);
        assertThat(changes.listen().await()).isZero();
        assertThat(changes.listen().await()).isZero();
    }

    @Test
    void whatChangedDuringAnOutageIsHeardAfterIt() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        changes.listen().await();
        cable.cut();
        assertThat(changes.listen().transform(Future::succeededFuture).await().failed())
                .isTrue();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        cable.mend();
        assertThat(changes.listen().await()).isEqualTo(1);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
    }

    @Test
    void firstOppositionAfterTheAccessIsNoFinding() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        given(ask());
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        replay();
        assertThat(bench.count("outage_finding")).isZero();
    }

    @Test
    void whatIsKnownToBeOutdatedIsNotAnsweredWhenTheStoreGoesInBetween() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(ask()).isInstanceOf(Shut.class);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
    }

    @Test
    void recordsOutliveTheNode() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        Opened opened = given(ask());
        journal.close().await();
        journal = SqliteJournal.open(bench.vertx, disk, SECRETS, 1 << 20);
        assertThat(journal.waiting()).isEqualTo(1);
        replay();
        assertThat(bench.count("access where access_id = '" + opened.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void broughtTwiceIsRecordedOnce() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        given(ask());
        var first = journal.first(10).await().getFirst();
        PgRecordStore back = new PgRecordStore(bench.database.records(), bench::id);
        assertThat(back.take(java.util.List.of(first.entry())).await()).isEqualTo(1);
        replay();
        assertThat(bench.count("access where degraded")).isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(4);
    }

    @Test
    void sameKeyInTheOutageIsOneAccess() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        AccessRequest request = new AccessRequest(
                REGULATOR, REGULATION, TestPatients.ins(1), new RepeatKey(new byte[32], new byte[32]));
        Opened first = given(node.ask(request).await());
        Opened second = given(node.ask(request).await());
        assertThat(second.id()).isEqualTo(first.id());
        AccessRequest other = new AccessRequest(
                REGULATOR, REGULATION, TestPatients.ins(1), new RepeatKey(new byte[32], new byte[] {1}));
        assertThat(node.ask(other).await()).isInstanceOf(KeyMismatch.class);
        assertThat(journal.waiting()).isEqualTo(1);
        replay();
        Outcome<Opened> after = bench.node.ask(request).await();
        assertThat(((Given<Opened>) after).value().id()).isEqualTo(first.id());
    }

    @Test
    void nothingIsDisclosedWhereTheDiskTakesNothing() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        journal.close().await();
        assertThatExceptionOfType(TrailUnavailable.class).isThrownBy(this::ask);
        journal = SqliteJournal.open(bench.vertx, disk, SECRETS, 1 << 20);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void nothingIsDisclosedOnceTheDiskIsFull() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        int given = 0;
        try {
            while (given < 10_000) {
                given(ask());
                given++;
            }
        } catch (TrailUnavailable full) {
            assertThat(given).isPositive();
        }
        assertThat(journal.waiting()).isEqualTo(given).isLessThan(10_000);
        replay();
        assertThat(bench.count("access where degraded")).isEqualTo(given);
    }

    @Test
    void recordThatTheStoreRefusesIsSetAsideAndHoldsUpNone() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        given(ask());
        given(node.ask(REGULATOR, spoilt(), TestPatients.ins(1)).await());
        given(ask());
        replay();
        assertThat(journal.setAside()).isEqualTo(1);
        assertThat(bench.count("access where degraded")).isEqualTo(2);
    }

    @Test
    void whatTheStoreRefusesIsNoOutage() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(TrailUnavailable.class)
                    .isThrownBy(() ->
                            node.ask(REGULATOR, spoilt(), TestPatients.ins(1)).await());
        }
        assertThat(given(ask()).degraded()).isFalse();
        assertThat(journal.waiting()).isZero();
    }

    /** PostgreSQL takes no text with a null character. */
    private static Statement spoilt() {
        return new Statement(AccessMode.CENTRE_15, "case\u0000", null, null);
    }
}
