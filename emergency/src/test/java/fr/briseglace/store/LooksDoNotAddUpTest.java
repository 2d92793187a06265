package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window that was looked through a thousand times is found as quickly as a new one, and its pace tells nothing. */
class LooksDoNotAddUpTest {
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = TestPostgres.pool(vertx);

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {PgWindows.WINDOW, PgKeptRecords.FIRST})
    void looksThroughAWindowAreNotReadToFindIt(String statement) throws Exception {
        pool.query("""
                insert into access (record_id, at, kind, access_id, patient_id, mode, record_version, professional_id, professional_name,
                    profession, structure_id, structure_name, salt, leaf, degraded)
                select gen_random_uuid(), now(), 'read', '019ac000-0000-7000-8000-000000000001',
                    '00000000-0000-0000-0000-000000000001', 'REGULATION', 1, '1', 'N', 'doctor', 'S', 'S', sha256('1'), sha256('2'), false
                from generate_series(1, 1000)
                """).execute().await(10, TimeUnit.SECONDS);
        List<String> steps = Plan.of(
                pool,
                statement
                        .replace("$1", "'019ac000-0000-7000-8000-000000000001'::uuid")
                        .replace("$2", "now() - interval '1 day'")
                        .replace("$3", "now() + interval '1 day'"));
        assertThat(steps)
                .anyMatch(step -> step.contains("access_p") || step.contains("access_2"))
                .noneMatch(step -> step.contains("Rows Removed by Filter"));
    }
}
