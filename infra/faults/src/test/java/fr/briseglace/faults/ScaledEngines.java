package fr.briseglace.faults;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.demo.Home;
import fr.briseglace.local.postgres.LocalPostgres;
import fr.briseglace.local.postgres.LocalStandby;
import fr.briseglace.local.redis.LocalRedisCluster;
import java.io.IOException;

/** A standby of the PostgreSQL, for which it waits at every commit, and a Redis Cluster in place of the Redis. */
final class ScaledEngines implements Engines {
    private final LocalPostgres primary;
    private final LocalPostgres standby;
    private final LocalRedisCluster redis;

    private ScaledEngines(LocalPostgres primary, LocalPostgres standby, LocalRedisCluster redis) {
        this.primary = primary;
        this.standby = standby;
        this.redis = redis;
    }

    static ScaledEngines beside(Home home, LocalPostgres primary) throws IOException {
        LocalPostgres standby =
                LocalStandby.of(primary, home.folder(), home.folder().resolve("standby"));
        return new ScaledEngines(primary, standby, LocalRedisCluster.start(home.folder()));
    }

    LocalPostgres standby() {
        return standby;
    }

    LocalRedisCluster redis() {
        return redis;
    }

    @Override
    public String settings() {
        return "database.host=" + address(standby) + ", " + address(primary) + "\nredis.cluster=true\nredis.uri="
                + String.join(", ", redis.uris()) + "\n";
    }

    /** The driver takes the first that says that it is the primary: once promoted, the standby. */
    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://" + address(standby) + "," + address(primary) + "/" + LocalPostgres.DATABASE
                + "?user=" + LocalPostgres.USER + "&targetServerType=primary";
    }

    private static String address(LocalPostgres server) {
        return Loopback.HOST + ":" + server.port();
    }

    @Override
    public void close() throws IOException {
        redis.close();
        standby.close();
    }
}
