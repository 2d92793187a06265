package fr.briseglace.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.access.JournalEntry;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.JournalReader;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Recipient;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgErasures;
import fr.briseglace.store.PgKeptRecords;
import fr.briseglace.store.PgPatientDesk;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.SelfCheck;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Erasure;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Records;
import fr.briseglace.trail.Tombstone;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records say is forgotten when its time is over or when it must be; the log stays as it is. */
class ErasureTest {
    private static final LogIdentity IDENTITY =
            new LogIdentity(Keys.signer("log.example/trail", KeyAlgorithm.ED25519), List.of());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant OLD = Instant.parse("2016-03-31T23:30:00Z");
    private static final Instant LIMIT = Instant.parse("2016-04-01T00:00:00Z");
    private static final int RECORDS = 10;
    private static final Recipient GP =
            new Recipient(Recipient.Kind.GP, "Dr Traitant", Channel.SECURE_MAIL, "gp@example.org");

    private final Vertx vertx = Vertx.vertx();
    private final List<UUID> ids = new ArrayList<>();
    private LogTrail trail;
    private PgErasures erasures;
    private Term term;

    /** Half of the records are from before the limit, half from after it. */
    @BeforeEach
    void fill() throws Exception {
        DatabaseSettings settings = TestPostgres.fresh();
        trail = new LogTrail(vertx, settings);
        erasures = new PgErasures(trail.pool, InstantSource.system(), RANDOM);
        PgRecordStore store = new PgRecordStore(Database.open(vertx, settings).records(), UUID::randomUUID);
        List<RecordEntry> entries = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Instant at = OLD.plus(Duration.ofMinutes(6L * i));
            UUID id = TimeUuid.of(at, RANDOM);
            ids.add(id);
            AccessRecord record = Records.opened()
                    .recordId(id)
                    .accessId(id)
                    .at(at)
                    .patientId(AccessRecord.NO_PATIENT)
                    .caseId("case" + i)
                    .record();
            byte[] salt = new byte[Leaf.SALT];
            RANDOM.nextBytes(salt);
            entries.add(new RecordEntry(record, Leaf.of(salt, record), List.of(GP), null));
        }
        LogTrail.wait(store.insert(entries));
        term = Objects.requireNonNull(
                LogTrail.wait(trail.connect().compose(connection -> Term.begin(connection, IDENTITY))));
        LogTrail.wait(term.round(1_000));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private static Erasure.Order pastTheirTime() {
        return new Erasure.Order(LIMIT, null, "exploitation", "fin de conservation");
    }

    private int erase(Erasure.Order order) throws Exception {
        int records = LogTrail.wait(erasures.erase(order));
        LogTrail.wait(term.round(1_000));
        return records;
    }

    private List<String> check() throws Exception {
        return LogTrail.wait(SelfCheck.run(trail.pool, IDENTITY.signer().verifier()));
    }

    private String one(String sql) throws Exception {
        return String.valueOf(trail.run(sql).iterator().next().getValue(0));
    }

    @Test
    void whatIsOlderThanItMayBeKeptIsEmptiedAndItsLeafStays() throws Exception {
        List<Hash> before = trail.leaves();
        assertThat(erase(pastTheirTime())).isEqualTo(5);
        assertThat(one("select count(*) from access where kind = 'erased' and at < '2016-04-01Z'"))
                .isEqualTo("5");
        assertThat(one("select string_agg(a::text, ',') from access a where kind = 'erased'"))
                .doesNotContain("Exemple")
                .doesNotContain("case")
                .doesNotContain("inconscient")
                .doesNotContain("8100");
        assertThat(one("select count(*) from access where kind = 'opened' and salt is not null"))
                .isEqualTo("5");
        assertThat(trail.leaves().subList(0, RECORDS)).isEqualTo(before);
        assertThat(check()).isEmpty();
    }

    @Test
    void whatWasMadeOfARecordGoesWithIt() throws Exception {
        erase(pastTheirTime());
        assertThat(one("select count(*) from notice")).isEqualTo("5");
        assertThat(one("select count(*) from access_window")).isEqualTo("5");
    }

    @Test
    void reviewKeepsWhatWasMadeOfItAndForgetsOfWhom() throws Exception {
        for (UUID id : List.of(ids.getFirst(), ids.getLast())) {
            LogTrail.wait(trail.pool.preparedQuery("""
                            insert into review (review_id, about, at, patient_id, grounds, due_at, judgement, comment)
                            values ($1, 'access', now(), $1, '{sample}', now(), 'legitimate', 'vu avec sa fille')
                            """).execute(Tuple.of(id)));
        }
        erase(pastTheirTime());
        assertThat(one("select count(*) from review where judgement = 'legitimate'"))
                .isEqualTo("2");
        assertThat(one("select review_id from review where comment is not null and patient_id = review_id"))
                .isEqualTo(ids.getLast().toString());
        assertThat(one("select count(*) from review where comment is null and patient_id = '" + AccessRecord.NO_PATIENT
                        + "'"))
                .isEqualTo("1");
    }

    @Test
    void theErasureIsItselfInTheLog() throws Exception {
        erase(pastTheirTime());
        assertThat(trail.leaves()).hasSize(RECORDS + 1);
        assertThat(one("select ordered_by || ', ' || reason || ', ' || records from erasure"))
                .isEqualTo("exploitation, fin de conservation, 5");
        trail.tamper("update erasure set reason = 'other'");
        assertThat(check()).containsExactly("the record of leaf 10 was changed");
    }

    @Test
    void nothingLeftToEraseLeavesNothingBehind() throws Exception {
        erase(pastTheirTime());
        assertThat(erase(pastTheirTime())).isZero();
        assertThat(one("select count(*) from erasure")).isEqualTo("1");
    }

    @Test
    void oneAccessThatMustBeForgottenIsWhateverItsAge() throws Exception {
        Erasure.Order order = new Erasure.Order(Instant.now(), ids.getLast(), "dpo", "décision de justice");
        assertThat(erase(order)).isEqualTo(1);
        assertThat(one("select access_id from access where kind = 'erased'"))
                .isEqualTo(ids.getLast().toString());
        assertThat(check()).isEmpty();
    }

    @Test
    void erasedRecordIsStillProven() throws Exception {
        erase(pastTheirTime());
        TransparencyLog.Place place = LogTrail.wait(new PgTransparencyLog(trail.pool).place(ids.getFirst()))
                .orElseThrow();
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(place.checkpoint().getBytes(StandardCharsets.UTF_8))
                        .text());
        assertThat(place.proof().holds(place.leaf(), checkpoint.root())).isTrue();
        assertThat(LogTrail.wait(new PgKeptRecords(trail.pool).find(ids.getFirst(), null)))
                .containsInstanceOf(Tombstone.class)
                .hasValueSatisfying(kept -> assertThat(Hash.of(kept.leafHash())).isEqualTo(place.leaf()));
    }

    @Test
    void journalSaysThatThereWasARecordAndNoMore() throws Exception {
        erase(pastTheirTime());
        PgPatientDesk desk = new PgPatientDesk(trail.pool);
        List<JournalEntry> journal =
                LogTrail.wait(desk.journal(AccessRecord.NO_PATIENT, JournalReader.HOLDER, null, 50));
        assertThat(journal).extracting(JournalEntry::kind).containsOnly("opened", "erased");
        assertThat(journal.getLast().professionalName()).isNull();
        assertThat(journal.getLast().at()).isEqualTo(OLD);
        assertThat(LogTrail.wait(desk.journal(AccessRecord.NO_PATIENT, JournalReader.GP, null, 50)))
                .as("what was kept from the GP is not told by its tombstone")
                .extracting(JournalEntry::kind)
                .containsOnly("opened");
    }

    @Test
    void searchesOfMonthsThatEndedAreForgotten() throws Exception {
        trail.run("select open_months('2016-02-15Z', 4)");
        assertThat(LogTrail.wait(erasures.forgetSearches(LIMIT))).isEqualTo(2);
        assertThat(one("select to_regclass('search_record_2016_03') is null"
                        + " and to_regclass('search_record_2016_04') is not null"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access set kind = 'erased'",
                "update access set kind = 'opened', erased_by = null where kind = 'erased'",
                "update access set patient_id = gen_random_uuid() where kind = 'erased'",
                "update access set erased_by = gen_random_uuid() where kind = 'erased'",
                "delete from access where kind = 'erased'",
                "update access set kind = 'erased', erased_by = (select record_id from erasure), mode = null,"
                        + " professional_id = null, professional_name = null, profession = null, structure_id = null,"
                        + " structure_name = null, case_id = null, reason_code = null, reason_text = null,"
                        + " record_version = null, expires_at = null, degraded = null, salt = null"
                        + " where kind = 'opened'",
                "update erasure set reason = 'other'",
                "delete from erasure",
                "truncate erasure"
            })
    void theStoreErasesNothingElse(String statement) throws Exception {
        erase(pastTheirTime());
        assertThatThrownBy(() -> trail.run(statement)).hasMessageContaining("the trail is not rewritten");
        assertThat(check()).isEmpty();
    }

    @Test
    void nothingOfWhatWasSaidMayStayInATombstone() throws Exception {
        erase(pastTheirTime());
        String later = one("select max(at)::text from access");
        trail.run("insert into erasure select gen_random_uuid(), now(), '" + later
                + "', null, 'x', 'y', 1, sha256(''), sha256(''), sha256('')");
        assertThatThrownBy(() -> trail.run("update access set kind = 'erased', erased_by = (select record_id from"
                        + " erasure where ordered_by = 'x') where kind = 'opened' and at < '" + later + "'"))
                .hasMessageContaining("access_whole_or_erased");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update access set erased_by = gen_random_uuid() where kind = 'erased' | the record of leaf 0 was erased by no erasure
                    update access set leaf = sha256('') where kind = 'erased' | the record of leaf 4 was changed
                    delete from erasure | the record of leaf 10 is gone
                    delete from access where kind = 'erased' | the record of leaf 0 is gone
                    """)
    void erasingBehindTheServicesBackIsFoundWithItsPlace(String statement, String finding) throws Exception {
        erase(pastTheirTime());
        trail.tamper(statement);
        assertThat(check()).contains(finding);
    }

    @Test
    void moreErasedThanTheErasureSaysIsFound() throws Exception {
        erase(pastTheirTime());
        trail.tamper("update access set kind = 'erased', erased_by = (select record_id from erasure), mode = null,"
                + " professional_id = null, professional_name = null, profession = null, structure_id = null,"
                + " structure_name = null, case_id = null, reason_code = null, reason_text = null,"
                + " record_version = null, expires_at = null, degraded = null, salt = null"
                + " where case_id = 'case7'");
        assertThat(check())
                .containsExactly("the erasure " + one("select record_id from erasure")
                        + " is not of the records that are erased by it");
    }
}
