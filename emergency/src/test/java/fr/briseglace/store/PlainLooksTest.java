package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Refusal;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.Records;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks that come by themselves are recorded by a statement of their own, which decides as the one for all does. */
class PlainLooksTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration HOURS = Duration.ofHours(4);
    private static final String REGULATOR = "810001234567";
    private static final String AUTHOR = "810007654321";

    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.open(vertx, TestPostgres.fresh());
    private final PgRecordStore store = new PgRecordStore(database.records(), PlainLooksTest::id);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final UUID patient = id();

    /** The record of an opening, whose window is open. */
    private AccessRecord window = opening(REGULATOR, "case", now).record();

    @BeforeEach
    void register() {
        new Registry(database.console())
                .register(patient, TestPatients.adult(1))
                .await();
        window = opened(opening(REGULATOR, "case", now));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private static UUID id() {
        return TimeUuid.of(Instant.now(), RANDOM);
    }

    private Records opening(String professional, String caseId, Instant at) {
        UUID id = id();
        return Records.opened()
                .recordId(id)
                .accessId(id)
                .at(at)
                .patientId(patient)
                .caller(professional, "Dr Exemple", "1440000001")
                .caseId(caseId)
                .recordVersion(version())
                .expiresAt(at.plus(HOURS));
    }

    private AccessRecord opened(Records opening) {
        assertThat(store.insert(List.of(entry(opening))).await()).containsExactly(new Verdict.Durable());
        return opening.record();
    }

    private long version() {
        return database.console()
                .preparedQuery("select record_version from patient where patient_id = $1")
                .execute(Tuple.of(patient))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getLong(0))
                .await();
    }

    private static Records look(AccessRecord window, RecordKind kind) {
        return new Records(window)
                .kind(kind)
                .recordId(id())
                .at(window.at().plusMillis(1))
                .expiresAt(null);
    }

    private static Records look(AccessRecord window) {
        return look(window, RecordKind.READ);
    }

    private static RecordEntry entry(Records records) {
        AccessRecord record = records.record();
        byte[] salt = new byte[Leaf.SALT];
        RANDOM.nextBytes(salt);
        return new RecordEntry(record, Leaf.of(salt, record), List.of(), null);
    }

    /** What becomes of looks by themselves, and whether the same become of it beside a refusal, by the statement for all. */
    private List<Verdict> verdicts(Records... looks) {
        List<RecordEntry> alone = new ArrayList<>();
        List<RecordEntry> beside = new ArrayList<>();
        for (Records look : looks) {
            alone.add(entry(look));
            beside.add(entry(look.recordId(id())));
        }
        beside.add(entry(opening(REGULATOR, "refused", now).refusal(Refusal.OPPOSED)));
        assertThat(alone).allMatch(RecordEntry::plainLook);
        List<Verdict> verdicts = store.insert(alone).await();
        assertThat(store.insert(beside).await().subList(0, looks.length)).isEqualTo(verdicts);
        for (int i = 0; i < looks.length; i++) {
            boolean kept = verdicts.get(i) instanceof Verdict.Durable;
            assertThat(count("access", alone.get(i))).isEqualTo(kept ? 1 : 0);
            assertThat(count("unsequenced", alone.get(i))).isEqualTo(kept ? 1 : 0);
        }
        return verdicts;
    }

    private int count(String table, RecordEntry entry) {
        return database.console()
                .preparedQuery("select count(*)::int from " + table + " where record_id = $1 and leaf = $2")
                .execute(Tuple.of(entry.record().recordId(), entry.leaf().hash()))
                .map(rows -> rows.iterator().next().getInteger(0))
                .await();
    }

    private void change(String statement) {
        database.console().query(statement).execute().await();
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "LISTED", "FETCHED", "SOUGHT", "HANDED_OVER"})
    void looksThroughAnOpenWindowAreRecorded(RecordKind kind) {
        assertThat(verdicts(look(window, kind), look(window, kind)))
                .containsExactly(new Verdict.Durable(), new Verdict.Durable());
    }

    @Test
    void allThatALeafCommitsToIsKept() {
        RecordEntry look =
                entry(look(window, RecordKind.FETCHED).subject("a document").degraded(true));
        store.insert(List.of(look)).await();
        AccessRecord kept = database.console()
                .preparedQuery("select * from access where record_id = $1")
                .execute(Tuple.of(look.record().recordId()))
                .map(rows -> RecordRows.record(rows.iterator().next()).record())
                .await();
        assertThat(Leaf.of(look.leaf().salt(), kept).hash())
                .isEqualTo(look.leaf().hash());
    }

    @Test
    void whoWroteMaskedDocumentsIsToldSo() {
        change("insert into masked_author values ('" + patient + "', '" + AUTHOR + "')");
        AccessRecord own = opening(AUTHOR, "case", now).record();
        assertThat(store.insert(List.of(entry(new Records(own)))).await()).containsExactly(new Verdict.Durable(true));
        assertThat(verdicts(look(window), look(own), look(window)))
                .containsExactly(new Verdict.Durable(), new Verdict.Durable(true), new Verdict.Durable());
    }

    @Test
    void looksDecidedOnAnotherVersionAreOutdated() {
        Records before = look(window);
        change("insert into patient_right (patient_id, regulation_opposed) values ('" + patient + "', true)");
        Records after = look(window).recordVersion(version());
        assertThat(verdicts(before, after)).containsExactly(new Verdict.Outdated(), new Verdict.Durable());
    }

    @Test
    void looksAtNobodyAreOutdated() {
        assertThat(verdicts(look(window).patientId(id()))).containsExactly(new Verdict.Outdated());
    }

    @Test
    void looksThroughWindowsThatAreNotOpenHaveEnded() {
        AccessRecord over = opened(opening(REGULATOR, "over", now.minus(HOURS).minusSeconds(1)));
        AccessRecord shut = opened(opening(REGULATOR, "shut", now));
        change("update access_window set closed_at = now() where access_id = '" + shut.accessId() + "'");
        assertThat(verdicts(
                        look(over).at(now),
                        look(shut),
                        look(window).accessId(id()),
                        look(window).caseId("another"),
                        look(window).caller(AUTHOR, "Dr Autre", "1440000001"),
                        look(window).breakGlass(),
                        look(window)))
                .containsExactly(
                        new Verdict.Ended(),
                        new Verdict.Ended(),
                        new Verdict.Ended(),
                        new Verdict.Ended(),
                        new Verdict.Ended(),
                        new Verdict.Ended(),
                        new Verdict.Durable());
    }

    @Test
    void openingsRefusalsAndEndsAreNotPlainLooks() {
        assertThat(entry(opening(REGULATOR, "case", now)).plainLook()).isFalse();
        assertThat(entry(opening(REGULATOR, "case", now).refusal(Refusal.OPPOSED))
                        .plainLook())
                .isFalse();
        assertThat(entry(look(window, RecordKind.CLOSED)).plainLook()).isFalse();
    }
}
