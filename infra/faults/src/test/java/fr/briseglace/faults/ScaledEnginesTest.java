package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.postgres.LocalPostgres;
import fr.briseglace.local.postgres.LocalStandby;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Redis Cluster and a PostgreSQL with a standby lose the server that matters most, under load. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaledEnginesTest {
    private static final String RECORDS = "select count(*) from access";
    private static final String WORKING = """
            select count(*) from pg_stat_activity
            where usename = '%s' and application_name <> 'brise-glace-watch'
            """.formatted(LocalPostgres.GATEWAY);

    private final World world = World.open(ScaledEngines::beside);
    private final ScaledEngines engines = (ScaledEngines) world.engines();

    @AfterAll
    void close() throws IOException {
        world.close();
    }

    @Test
    void masterOfTheRedisClusterDies() throws Exception {
        int master = engines.redis().holder("any{rates}");
        Bout.of(
                        world,
                        "master of a Redis Cluster killed",
                        () -> Signals.send("KILL", engines.redis().process(master)),
                        this::awaitRedis)
                .holds();
    }

    @Test
    void primaryDiesAndItsStandbyIsPromoted() throws Exception {
        Bout.Findings found = Bout.of(
                world, "primary of PostgreSQL killed, its synchronous standby promoted", this::killPrimary, () -> {
                    LocalStandby.promote(engines.standby());
                    awaitStore();
                });
        assertThat(found.degraded()).as("answered without the store").isPositive();
        found.holds();

        world.startPostgres();
        LocalPostgres old = world.postgres();
        long before = ask(old, RECORDS);
        Bout.of(world, "old primary back, and not told of its successor", () -> {}, () -> {})
                .holds();
        assertThat(ask(old, RECORDS)).isEqualTo(before);
        assertThat(ask(old, WORKING)).isZero();
        assertThat(ask(engines.standby(), RECORDS)).isGreaterThan(before);
    }

    private void killPrimary() throws Exception {
        ProcessHandle postmaster = world.postmaster();
        Signals.send("KILL", postmaster);
        postmaster.onExit().join();
    }

    /** What is decided from then on is known to all nodes at once again. */
    private void awaitStore() {
        for (Node node : world.nodes()) {
            Patience.until("a node has found the new primary", () -> node.metric("store_away") == 0);
        }
    }

    private void awaitRedis() {
        for (Node node : world.nodes()) {
            Patience.until("a node has found the new master", () -> node.metric("redis_connections") > 0);
        }
    }

    private static long ask(LocalPostgres server, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
