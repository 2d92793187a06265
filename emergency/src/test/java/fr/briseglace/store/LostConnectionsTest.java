package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that died without a word, as when the server's machine is gone or talks nonsense, are not waited for. */
@Timeout(60)
class LostConnectionsTest {
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private final DatabaseSettings server = TestPostgres.fresh();
    private final Cable cable = new Cable(server.servers().getFirst().port());
    private final Database database = Database.open(
            vertx,
            new DatabaseSettings(
                    "127.0.0.1",
                    cable.port(),
                    server.database(),
                    server.user(),
                    server.password(),
                    server.connections()),
            SILENCE);

    @AfterEach
    void close() {
        cable.close();
        vertx.close().await();
    }

    /** Who answers, on as many connections as there may be. */
    private Future<Set<Integer>> servants(Pool pool) {
        return Future.all(IntStream.range(0, server.connections())
                        .mapToObj(i -> pool.query("select pg_backend_pid() from pg_sleep(0.05)")
                                .execute()
                                .map(rows -> rows.iterator().next().getInteger(0)))
                        .toList())
                .map(all -> new TreeSet<>(all.<Integer>list()));
    }

    @Test
    void newOnesTakeTheirPlace() {
        Set<Integer> before = servants(database.lookups()).await();
        assertThat(before).hasSize(server.connections());
        cable.lose();
        // Each takes a connection that will never answer.
        before.forEach(unanswered -> database.lookups().query("select 1").execute());
        Set<Integer> after = Set.of();
        while (after.size() < server.connections()) {
            assertThat(database.lookups().size()).isLessThanOrEqualTo(server.connections());
            after = servants(database.lookups()).otherwise(Set.of()).await();
        }
        assertThat(after).doesNotContainAnyElementsOf(before);
    }

    @Test
    void thoseThatAreMerelyIdleStay() {
        Set<Integer> before = servants(database.lookups()).await();
        long idle = Database.LOOKUP_MILLIS + 3 * SILENCE.toMillis();
        vertx.timer(idle).await();
        assertThat(servants(database.lookups()).await()).isEqualTo(before);
    }
}
