package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Erasure;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Records;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
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
        LogStretch stretch = LogStretch.read(pool, 0, 10).await();
        assertThat(stretch.next()).isEqualTo(3);
        assertThat(stretch.records()).extracting(r -> r.record().recordId()).containsExactly(kept);
    }
}
