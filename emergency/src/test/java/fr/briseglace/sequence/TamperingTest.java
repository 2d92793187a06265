package fr.briseglace.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.SelfCheck;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Records;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may do everything in the store rewrites it behind the service's back; it is found, with the place. */
class TamperingTest {
    private static final LogIdentity IDENTITY =
            new LogIdentity(Keys.signer("log.example/trail", KeyAlgorithm.ED25519), List.of());
    private static final int RECORDS = 300;

    private final Vertx vertx = Vertx.vertx();
    private LogTrail trail;
    private Term term;

    @BeforeEach
    void fill() throws Exception {
        DatabaseSettings settings = TestPostgres.fresh();
        trail = new LogTrail(vertx, settings);
        PgRecordStore store = new PgRecordStore(Database.open(vertx, settings).records(), UUID::randomUUID);
        trail.run("select open_months('2026-11-01Z', 1)");
        List<RecordEntry> entries = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            UUID id = new UUID(i, 7);
            AccessRecord record = Records.opened()
                    .recordId(id)
                    .accessId(id)
                    .patientId(AccessRecord.NO_PATIENT)
                    .caseId("case" + i)
                    .record();
            entries.add(new RecordEntry(record, Leaf.of(new byte[Leaf.SALT], record), List.of(), null));
        }
        LogTrail.wait(store.insert(entries));
        term = Objects.requireNonNull(
                LogTrail.wait(trail.connect().compose(connection -> Term.begin(connection, IDENTITY))));
        LogTrail.wait(term.round(100));
        LogTrail.wait(term.round(1_000));
        assertThat(trail.leaves()).hasSize(RECORDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private List<String> check() throws Exception {
        return LogTrail.wait(SelfCheck.run(trail.pool, IDENTITY.signer().verifier()));
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() throws Exception {
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access set reason_text = 'other'",
                "update access_2026_11 set reason_text = 'other'",
                "delete from access where case_id = 'case7'",
                "delete from access_2026_11 where case_id = 'case7'",
                "truncate access",
                "truncate access_2026_11",
                "update leaf set record_id = gen_random_uuid()",
                "delete from leaf where leaf_index = 299",
                "truncate leaf",
                "update tile set hashes = set_byte(hashes, 3, 1)",
                "update tile set hashes = substring(hashes for 32) where level = 0",
                "delete from tile",
                "truncate tile",
                "update checkpoint set root = sha256('')",
                "update checkpoint set size = size + 1",
                "delete from checkpoint",
                "truncate checkpoint"
            })
    void theStoreItselfRefusesToBeRewritten(String statement) throws Exception {
        assertThatThrownBy(() -> trail.run(statement)).hasMessageContaining("the trail is not rewritten");
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update access set reason_text = 'other' where record_id = (select record_id from leaf where leaf_index = 7) | the record of leaf 7 was changed
                    update access set salt = sha256('') where record_id = (select record_id from leaf where leaf_index = 7) | the record of leaf 7 was changed
                    update access set kind = 'refused' where record_id = (select record_id from leaf where leaf_index = 7) | the record of leaf 7 was changed
                    delete from access where record_id = (select record_id from leaf where leaf_index = 7) | the record of leaf 7 is gone
                    delete from leaf where leaf_index = 7 | the leaf 7 is missing
                    update tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0 and tile_index = 0 | the tile 0/000 differs from the leaves
                    update tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0 and tile_index = 1 | the tile 0/001.p/44 differs from the leaves
                    delete from tile where level = 1 | the tile 1/000.p/1 is missing
                    insert into tile values (0, 7, sha256('')) | the tile 0/7 is of no leaves
                    insert into tile values (3, 0, sha256('')) | the tile 3/0 is of no leaves
                    update leaf a set record_id = b.record_id from leaf b where (a.leaf_index, b.leaf_index) in ((7, 9), (9, 7)) | the record of leaf 9 was changed
                    update leaf a set hash = b.hash from leaf b where (a.leaf_index, b.leaf_index) in ((7, 9), (9, 7)) | the tile 0/000 differs from the leaves
                    update access a set professional_name = 'Dr Autre' where case_id = 'case7' | the record of leaf 7 was changed
                    update access set case_id = case case_id when 'case7' then 'case9' else 'case7' end where case_id in ('case7', 'case9') | the record of leaf 9 was changed
                    delete from leaf where leaf_index = 299 | the last checkpoint, of 300 leaves, does not follow from the 299 leaves
                    update checkpoint set root = sha256('') where size = 100 | the checkpoint of 100 leaves does not follow from them
                    update checkpoint set note = replace(note, '100', '101') where size = 100 | the checkpoint of 100 leaves does not follow from them
                    insert into checkpoint select 200, root, replace(note, '300', '200') from checkpoint where size = 300 | the checkpoint of 200 leaves does not follow from them
                    insert into checkpoint select 301, root, note from checkpoint where size = 300 | the last checkpoint, of 301 leaves, does not follow from the 300 leaves
                    insert into cosignature select 'witness.example+00000000+AAAA', 300, '— witness.example AAAAAAAAAAAA' | the cosignature 1 does not hold for the checkpoint of 300 leaves
                    insert into unsequenced select record_id, at, leaf from access where case_id = 'case7' | the leaves 7 and 300 are of one record
                    delete from checkpoint | there is no checkpoint
                    update checkpoint set note = replace(note, '300', '299') | the last checkpoint is none: the signature is false
                    """)
    void whatWasDoneBehindTheServicesBackIsFoundWithItsPlace(String statement, String finding) throws Exception {
        trail.tamper(statement);
        LogTrail.wait(term.round(1_000).otherwiseEmpty());
        assertThat(check()).contains(finding);
    }

    @Test
    void recordThatIsKeptFromTheLogIsFound() throws Exception {
        trail.record(1);
        trail.tamper("delete from unsequenced");
        assertThat(check()).containsExactly("1 records have no place in the log and wait for none");
    }

    @Test
    void leafThatIsSlippedIntoTheQueueIsFoundToBeOfNoRecord() throws Exception {
        trail.tamper("insert into unsequenced values (gen_random_uuid(), now(), sha256(''))");
        LogTrail.wait(term.round(1_000));
        assertThat(check()).containsExactly("the record of leaf 300 is gone");
    }

    @Test
    void insertedRecordIsFound() throws Exception {
        trail.tamper(
                "insert into access select (jsonb_populate_record(a, jsonb_build_object('record_id', gen_random_uuid()))).*"
                        + " from access a where case_id = 'case7'");
        assertThat(check()).containsExactly("1 records have no place in the log and wait for none");
    }

    @Test
    void recordThatIsSlippedIntoTheLogIsFoundByTheCheckpoint() throws Exception {
        trail.tamper("insert into access select (jsonb_populate_record(a, jsonb_build_object('record_id',"
                + " '00000000-0000-0000-0000-0000000000ff'))).* from access a where case_id = 'case7';"
                + " insert into leaf select 300, record_id, leaf from access where record_id ="
                + " '00000000-0000-0000-0000-0000000000ff'");
        assertThat(check())
                .contains("the last checkpoint, of 300 leaves, does not follow from the 301 leaves")
                .contains("the record of leaf 300 was changed");
    }
}
