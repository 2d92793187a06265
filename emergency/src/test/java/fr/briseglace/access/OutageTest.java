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

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Statement;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.SqliteJournal;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.RepeatKey;
import fr.briseglace.trail.TrailUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The store is cut off or hangs. */
class OutageTest extends OutageBench {
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
        assertThat(AccessBench.refusal(ask())).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(journal.waiting()).isEqualTo(1);
        replay();
        assertThat(bench.count("access where kind = 'refused' and refusal = 'store-unavailable' and degraded"))
                .isEqualTo(1);
        assertThat(bench.count("access where leaf is not null")).isEqualTo(1);
        assertThat(bench.count("notice")).isZero();
        assertThat(bench.count("outage_finding")).isZero();
    }

    /** Architecture, both away: the same, for nothing is left in the near tier either. */
    @Test
    void attemptIsRecordedWhereNeitherTheStoreNorRedisCanBeAsked() throws IOException {
        cable.cut();
        bench.redis.stop();
        assertThat(AccessBench.refusal(ask())).isEqualTo(Refusal.STORE_UNAVAILABLE);
        replay();
        assertThat(bench.count("access where refusal = 'store-unavailable'")).isEqualTo(1);
    }

    /** Lines 1 to 3 of the table of rules come before the patient. */
    @Test
    void whatTheLawRefusesWhoeverThePatientIsItRefusesWithoutTheStore() {
        cable.cut();
        Statement withoutCase = new Statement(AccessMode.CENTRE_15, null, null, null);
        assertThat(AccessBench.refusal(
                        node.ask(REGULATOR, withoutCase, TestPatients.ins(1)).await()))
                .isEqualTo(Refusal.CASE_MISSING);
        assertThat(AccessBench.refusal(
                        node.ask(HOLDER, REGULATION, TestPatients.ins(1)).await()))
                .isEqualTo(Refusal.NOT_ENTITLED);
        replay();
        assertThat(bench.count("access where refusal = 'case-missing' and degraded"))
                .isEqualTo(1);
        assertThat(bench.count("access where refusal = 'not-entitled' and degraded"))
                .isEqualTo(1);
    }

    @Test
    void whatCouldNotBeDecidedIsDecidedWhenItIsAskedAgainWithTheSameKey() {
        AccessRequest keyed = new AccessRequest(
                REGULATOR, REGULATION, TestPatients.ins(1), new RepeatKey(new byte[32], new byte[] {1}));
        cable.cut();
        assertThat(AccessBench.refusal(node.ask(keyed).await())).isEqualTo(Refusal.STORE_UNAVAILABLE);
        replay();
        assertThat(given(node.ask(keyed).await()).degraded()).isFalse();
    }

    @Test
    void whereTheAttemptCannotBeKeptEitherThatIsSaid() throws IOException {
        cable.cut();
        journal.close().await();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::ask);
        journal = SqliteJournal.open(bench.vertx, disk, SECRETS, 1 << 20);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void whatIsTooOldIsNotAnswered() throws IOException {
        journal.close().await();
        staleness = Duration.ofNanos(1);
        start();
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        assertThat(AccessBench.refusal(ask())).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(journal.waiting()).isEqualTo(1);
    }

    @Test
    void windowOpenedInTheOutageIsLookedThroughAgain() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        Opened opened = given(ask());
        Opened again = given(ask());
        assertThat(again.id()).isEqualTo(opened.id());
        assertThat(again.before()).isTrue();
        Opened read = given(node.on(() -> node.windows().read(new Visit(REGULATOR, opened.id())))
                .await());
        assertThat(read.degraded()).isTrue();
        replay();
        assertThat(bench.count("access where degraded and kind = 'opened'")).isEqualTo(1);
        assertThat(bench.count("access where degraded and kind = 'read'")).isEqualTo(2);
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
