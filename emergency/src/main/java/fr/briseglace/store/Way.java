package fr.briseglace.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How connections to the store are made: to the server that is primary, and given up once another is. */
public final class Way {
    /** How many calls may wait for each connection of a pool. */
    static final int WAITING_PER_CONNECTION = 256;

    private static final int CONNECT_MILLIS = 5_000;
    /** What the servers are, they say at once or not at all. */
    private static final Use WATCH = new Use("watch", 3_000, false);

    private final Vertx vertx;
    private final DatabaseSettings settings;
    private final Duration silence;
    private final Primary primary;

    private Way(Vertx vertx, DatabaseSettings settings, Duration silence) {
        this.vertx = vertx;
        this.settings = settings;
        this.silence = silence;
        this.primary = Primary.of(
                vertx,
                settings.servers(),
                server -> made(WATCH, 1, () -> Future.succeededFuture(WATCH.options(settings, server))));
    }

    /**
     * The way to a store.
     *
     * @param silence how much longer than a statement may take nothing is heard before a connection is given up
     */
    static Way open(Vertx vertx, DatabaseSettings settings, Duration silence) {
        return new Way(vertx, settings, silence);
    }

    /** So many connections for one use, made when first needed. */
    Pool pool(Use use, int size) {
        if (settings.servers().size() == 1) {
            return made(use, size, () -> options(use));
        }
        FollowingPool pool = new FollowingPool(() -> made(use, size, () -> options(use)));
        primary.follow(use.name(), pool::move);
        return pool;
    }

    /** One connection for a use of its own. */
    Future<PgConnection> connect(Use use, Consumer<PgConnectOptions> more) {
        return primary.find()
                .compose(server -> {
                    PgConnectOptions options = use.options(settings, server);
                    more.accept(options);
                    return PgConnection.connect(vertx, options);
                })
                .onSuccess(made -> primary.follow(use.name(), made::close));
    }

    private Future<SqlConnectOptions> options(Use use) {
        return primary.find().map(server -> use.options(settings, server));
    }

    private Pool made(Use use, int size, Supplier<Future<SqlConnectOptions>> connect) {
        NetClientOptions line = new NetClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadIdleTimeout(Math.toIntExact(use.statementMillis() + silence.toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        PoolOptions options = new PoolOptions()
                .setName(use.applicationName())
                .setMaxSize(size)
                .setMaxWaitQueueSize(size * WAITING_PER_CONNECTION)
                .setConnectionTimeout(CONNECT_MILLIS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .connectingTo(connect)
                .with(options)
                .with(line)
                .using(vertx)
                .build();
    }

    void close() {
        primary.close();
    }
}
