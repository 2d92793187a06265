package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsedKeysTest {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = TestPostgres.pool(vertx);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void whatNobodyCanRepeatAnyMoreIsForgotten() {
        pool.query("""
                insert into repeat_key (professional_id, key_hash, body_hash, kind, access_id, at)
                select '81000' || n, sha256('k'), sha256('b'), 'opened', gen_random_uuid(),
                    timestamptz '2026-05-20 00:00Z' - n * interval '1 day'
                from generate_series(1, 10) n
                """).execute().await();
        Instant now = Instant.parse("2026-05-20T00:00:00Z");
        UsedKeys keys = new UsedKeys(pool);
        assertThat(keys.forget(now).await()).isEqualTo(3);
        assertThat(keys.forget(now).await()).isZero();
        assertThat(keys.forget(now.plus(Duration.ofDays(3))).await()).isEqualTo(3);
    }
}
