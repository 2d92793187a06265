package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Erasure;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.Records;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogStretchTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = TestPostgres.pool(vertx);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private UUID record(Instant at) {
        UUID id = TimeUuid.of(at, RANDOM);
        AccessRecord record = Records.opened()
                .recordId(id)
                .accessId(id)
                .at(at)
                .patientId(AccessRecord.NO_PATIENT)
                .caseId(id.toString())
                .record();
        RecordEntry entry = new RecordEntry(record, Leaf.of(new byte[Leaf.SALT], record), List.of(), null);
        new PgRecordStore(pool, UUID::randomUUID).insert(List.of(entry)).await();
        return id;
    }

    @Test
    void recordsThatWereErasedHoldNobodyUp() {
        Instant now = Instant.now();
        record(now.minusSeconds(2));
        UUID kept = record(now.minusSeconds(1));
        new PgErasures(pool, InstantSource.system(), RANDOM)
                .erase(new Erasure.Order(now.minusMillis(1_500), null, "exploitation", "fin de conservation"))
                .await();
        pool.query(
                        "insert into leaf select row_number() over (order by at) - 1, record_id, leaf from"
                                + " (select at, record_id, leaf from access union all select at, record_id, leaf from erasure) r")
                .execute()
                .await();
        LogStretch stretch =
                LogStretch.read(pool, 0, 10, EnumSet.allOf(RecordKind.class)).await();
        assertThat(stretch.next()).isEqualTo(3);
        assertThat(stretch.records()).extracting(r -> r.record().recordId()).containsExactly(kept);
        LogStretch refusals =
                LogStretch.read(pool, 0, 10, EnumSet.of(RecordKind.REFUSED)).await();
        assertThat(refusals.next()).isEqualTo(3);
        assertThat(refusals.records()).isEmpty();
    }

    /** What was recorded lately lies on pages that are still filling, of which no summary says what they hold. */
    @Test
    void nothingIsReadBesidesTheTimeThatIsAskedFor() {
        pool.query("""
                insert into access (record_id, at, kind, access_id, patient_id, mode, record_version, professional_id,
                    professional_name, profession, structure_id, structure_name, salt, leaf, degraded)
                select gen_random_uuid(), now() - n * interval '1 ms', 'read', gen_random_uuid(), gen_random_uuid(),
                    'centre_15', 1, '1', 'N', 'doctor', 'S', 'S', sha256('1'), sha256('2'), false
                from generate_series(0, 2999) n
                """).execute().await();
        String plan = String.join(
                "\n",
                Plan.of(
                        pool,
                        LogStretch.RECORDS
                                .replace("$1", "array(select record_id from access order by at desc limit 10)")
                                .replace("$2", "now() - interval '10 ms'")
                                .replace("$3", "now() + interval '1 ms'")
                                .replace("$4", "array['opened', 'refused']")));
        assertThat(plan).containsPattern("Index Cond: \\(+at >=").doesNotContain("lossy");
    }
}
