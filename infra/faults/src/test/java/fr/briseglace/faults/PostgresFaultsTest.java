package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.postgres.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The store in every bad state: whoever is known is answered, and the store has every record afterwards. */
@InWorld
class PostgresFaultsTest {
    private static final long SLOW_MILLIS = 200;
    private static final String READ_ONLY = "alter system set default_transaction_read_only = on";
    private static final String WRITABLE = "alter system reset default_transaction_read_only";
    private static final String HEARD = "select pg_reload_conf()";
    private static final String NO_CONNECTION = "alter role " + LocalPostgres.GATEWAY + " connection limit 0";
    private static final String ANY_CONNECTION = "alter role " + LocalPostgres.GATEWAY + " connection limit -1";
    private static final String END_CONNECTIONS =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + LocalPostgres.GATEWAY + "'";

    private final World world;

    PostgresFaultsTest(World world) {
        this.world = world;
    }

    @Test
    void killed() throws Exception {
        withoutStore(Bout.of(world, "PostgreSQL killed", this::kill, world::startPostgres));
    }

    @Test
    void stopped() throws Exception {
        withoutStore(Bout.of(
                world,
                "PostgreSQL stopped (SIGSTOP)",
                () -> Signals.sendToAll("STOP", world.postmaster()),
                () -> Signals.sendToAll("CONT", world.postmaster())));
    }

    @Test
    void slow() throws Exception {
        Bout.of(
                        world,
                        "PostgreSQL slow (200 ms each way)",
                        () -> world.toPostgres().slow(SLOW_MILLIS),
                        () -> world.toPostgres().slow(0))
                .holds();
    }

    @Test
    void answeringNonsense() throws Exception {
        withoutStore(Bout.of(
                world, "PostgreSQL answers nonsense", () -> world.toPostgres().nonsense(true), () -> world.toPostgres()
                        .nonsense(false)));
    }

    @Test
    void outOfConnections() throws Exception {
        withoutStore(
                Bout.of(world, "PostgreSQL out of connections", this::takeConnections, () -> execute(ANY_CONNECTION)));
    }

    @Test
    void readOnly() throws Exception {
        withoutStore(Bout.of(
                world, "PostgreSQL read-only", () -> execute(READ_ONLY, HEARD), () -> execute(WRITABLE, HEARD)));
    }

    /** It is sent nobody until the store is back, and nobody has to start it again. */
    @Test
    void killedWhileANodeStarts() throws Exception {
        withoutStore(Bout.of(
                world,
                "PostgreSQL killed while a node starts",
                () -> {
                    world.second().signal("TERM");
                    world.second().awaitEnd();
                    kill();
                    world.second().launch();
                },
                () -> {
                    assertThat(world.second().ready()).isFalse();
                    world.startPostgres();
                }));
    }

    @Test
    void killedWhileRedisIsDead() throws Exception {
        withoutStore(Bout.of(
                world,
                "PostgreSQL and Redis killed",
                () -> {
                    Signals.send("KILL", world.redisServer());
                    kill();
                },
                () -> {
                    world.startRedis();
                    world.startPostgres();
                }));
    }

    /** Nothing of the store is left to answer: those who were answered meanwhile were answered without it. */
    private static void withoutStore(Bout.Findings found) {
        found.holds();
        assertThat(found.degraded()).as("answered without the store").isPositive();
    }

    private void kill() throws Exception {
        ProcessHandle postmaster = world.postmaster();
        Signals.send("KILL", postmaster);
        postmaster.onExit().join();
    }

    /** Those that are held end, and none is to be had. */
    private void takeConnections() throws SQLException {
        execute(NO_CONNECTION, END_CONNECTIONS);
    }

    private void execute(String... statements) throws SQLException {
        for (String statement : statements) {
            world.store().execute(statement);
        }
    }
}
