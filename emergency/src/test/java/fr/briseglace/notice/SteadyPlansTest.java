package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.store.Database;
import fr.briseglace.store.TestPostgres;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan made while the tables are empty is kept until long after they are full. */
class SteadyPlansTest {
    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.open(vertx, TestPostgres.fresh());

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {PgOutbox.CLAIM, PgOutbox.SETTLE})
    void noTableIsReadWholeForNotices(String statement) throws Exception {
        List<String> plan = new ArrayList<>();
        database.notices()
                .query("explain (generic_plan) " + statement)
                .execute()
                .await(10, TimeUnit.SECONDS)
                .forEach(row -> plan.add(row.getString(0)));
        assertThat(plan).anyMatch(step -> step.contains("Index Scan")).noneMatch(step -> step.contains("Seq Scan"));
    }
}
