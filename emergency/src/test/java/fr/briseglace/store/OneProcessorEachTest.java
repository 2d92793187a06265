package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No statement of a node, however much it reads, takes a processor from another. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OneProcessorEachTest {
    @Test
    void statementsAreNotSharedOutAmongProcesses() {
        DatabaseSettings store = TestPostgres.fresh();
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, store);
        try {
            // The server then shares out whatever may be shared out.
            database.console()
                    .query("alter database " + store.database() + " set debug_parallel_query = on")
                    .execute()
                    .await();
            // A connection takes what is set when it is made.
            Database made = Database.open(vertx, store);
            try {
                for (Pool pool : List.of(made.records(), made.lookups(), made.notices(), made.console())) {
                    assertThat(plan(pool)).isNotEmpty().noneMatch(line -> line.contains("Gather"));
                }
            } finally {
                made.close().await();
            }
        } finally {
            database.close().await();
            vertx.close().await();
        }
    }

    private static List<String> plan(Pool pool) {
        List<String> lines = new ArrayList<>();
        pool.query("explain select count(*) from notice").execute().await().forEach(row -> lines.add(row.getString(0)));
        return lines;
    }
}
