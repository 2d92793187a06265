package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final DatabaseServer ONE = new DatabaseServer("db1", 5432);
    private static final DatabaseServer TWO = new DatabaseServer("db2", 5432);

    @Test
    void serverThatRepeatsAnotherHasNone() {
        assertThat(Standing.of(ONE, null)).isEmpty();
        assertThat(Standing.of(ONE, "0000001B")).contains(new Standing(ONE, 27));
    }

    @Test
    void whoeverWasPromotedLastIsThePrimary() {
        Standing before = new Standing(ONE, 1);
        Standing since = new Standing(TWO, 2);
        assertThat(Standing.primary(List.of(before), 0)).contains(before);
        assertThat(Standing.primary(List.of(before, since), 1)).contains(since);
        assertThat(Standing.primary(List.of(since, before), 1)).contains(since);
        assertThat(Standing.primary(List.of(), 0)).isEmpty();
    }

    @Test
    void oldPrimaryIsNoneHoweverAloneItIs() {
        assertThat(Standing.primary(List.of(new Standing(ONE, 1)), 2)).isEmpty();
    }

    @Test
    void runningPrimarySaysItsTimeline() {
        DatabaseSettings settings = TestPostgres.fresh();
        Vertx vertx = Vertx.vertx();
        try {
            Row said = Database.open(vertx, settings)
                    .console()
                    .query(Standing.ASK)
                    .execute()
                    .await()
                    .iterator()
                    .next();
            assertThat(Standing.of(ONE, said.getString(0))).contains(new Standing(ONE, 1));
        } finally {
            vertx.close().await();
        }
    }
}
