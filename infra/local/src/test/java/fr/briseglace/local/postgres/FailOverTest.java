package fr.briseglace.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.Loopback;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseServer;
import fr.briseglace.store.DatabaseSettings;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standby is promoted while its primary lives on and knows nothing of it: the worst of both. */
class FailOverTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NOBODY = "no server of the store is its primary";
    private static final String WHO = "select current_setting('port')";
    private static final String WORKING = """
            select count(*) from pg_stat_activity
            where application_name like 'brise-glace-%' and application_name <> 'brise-glace-watch'
            """;

    private final Vertx vertx = Vertx.vertx();
    private final LocalPostgres primary;
    private final LocalPostgres standby;
    private final Database database;

    FailOverTest(@TempDir Path home) throws IOException {
        primary = LocalPostgres.start(home.resolve("one"), 0);
        standby = LocalStandby.of(primary, home.resolve("one"), home.resolve("two"));
        database = Database.open(
                vertx,
                new DatabaseSettings(
                        List.of(at(standby), at(primary)), LocalPostgres.DATABASE, LocalPostgres.USER, "", 2));
    }

    @AfterEach
    void close() throws IOException {
        database.close().await();
        vertx.close().await();
        standby.close();
        primary.close();
    }

    private static DatabaseServer at(LocalPostgres server) {
        return new DatabaseServer(Loopback.HOST, server.port());
    }

    private List<Pool> pools() {
        return List.of(database.records(), database.lookups(), database.notices(), database.console());
    }

    private static String who(Pool pool) {
        return pool.query(WHO).execute().await().iterator().next().getString(0);
    }

    private static Throwable failure(Pool pool) {
        return pool.query(WHO)
                .execute()
                .<Throwable>map(answered -> new AssertionError("somebody answered"))
                .otherwise(failure -> failure)
                .await();
    }

    private static String port(LocalPostgres server) {
        return Integer.toString(server.port());
    }

    /** Asks again and again; what cannot be answered now may be answered later. */
    private static void until(String what, Callable<Boolean> look) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!seen(look)) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
        }
    }

    private static boolean seen(Callable<Boolean> look) {
        try {
            return look.call();
        } catch (Exception notYet) {
            return false;
        }
    }

    private static long working(LocalPostgres server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(WORKING)) {
            count.next();
            return count.getLong(1);
        }
    }

    @Test
    void primaryIsLeftForItsSuccessorAndNotGoneBackTo() throws Exception {
        assertThat(pools()).allSatisfy(pool -> assertThat(who(pool)).isEqualTo(port(primary)));
        PgConnection leader = database.connect("sequencer").await();
        Promise<Void> left = Promise.promise();
        leader.closeHandler(left::complete);

        LocalStandby.promote(standby);
        for (Pool pool : pools()) {
            until("the successor is worked on", () -> who(pool).equals(port(standby)));
        }
        left.future().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        until("nothing works on the old primary", () -> working(primary) == 0);

        standby.close();
        until(
                "nobody is primary",
                () -> NOBODY.equals(failure(database.console()).getMessage()));
        assertThat(working(primary)).isZero();
    }
}
