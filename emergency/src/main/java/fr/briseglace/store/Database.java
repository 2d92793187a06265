package fr.briseglace.store;

import fr.briseglace.notice.Outbox;
import fr.briseglace.notice.PgOutbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The connections to PostgreSQL: one pool for records, one for lookups, one for notices, one for consoles, so that none
 * starves another. Queues are bounded, statements prepared once and cut off by the server in time; a connection on which
 * the server does not even say that is given up, for it has died without a word.
 *
 * @param records commits of the trail
 * @param lookups snapshots of patients
 * @param notices the outbox
 * @param console journals, rights, deposits, oversight
 * @param pulse what keeps connections that are merely idle
 */
public record Database(Pool records, Pool lookups, Pool notices, Pool console, Pulse pulse) {
    /** How long a lookup or a record may take, by the server's watch. */
    static final int LOOKUP_MILLIS = 2_000;

    private static final int STATEMENT_MILLIS = 30_000;
    /** How much longer than a statement may take nothing is heard before a connection is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private static final int WAITING_PER_CONNECTION = 256;
    private static final int CONNECT_SECONDS = 5;

    /** Opens the pools; connections are made when first needed. */
    public static Database open(Vertx vertx, DatabaseSettings settings) {
        return open(vertx, settings, SILENCE);
    }

    static Database open(Vertx vertx, DatabaseSettings settings, Duration silence) {
        int all = settings.connections();
        int few = Math.max(2, all / 2);
        Pool records = pool(vertx, steady(options(settings, "records", LOOKUP_MILLIS)), all, silence);
        Pool lookups = pool(vertx, steady(options(settings, "lookups", LOOKUP_MILLIS)), all, silence);
        Pool notices = pool(vertx, steady(options(settings, "notices", STATEMENT_MILLIS)), few, silence);
        Pool console = pool(vertx, options(settings, "console", STATEMENT_MILLIS), few, silence);
        Pulse pulse = Pulse.start(vertx, List.of(records, lookups, notices, console), silence.dividedBy(2));
        return new Database(records, lookups, notices, console, pulse);
    }

    /**
     * A connection for one use alone. The server ends it, and with it its locks, where nothing is heard from this node
     * for ten seconds.
     */
    public static Future<PgConnection> connect(Vertx vertx, DatabaseSettings settings, String use) {
        PgConnectOptions connect = options(settings, use, STATEMENT_MILLIS);
        connect.addProperty("idle_session_timeout", "10000");
        connect.addProperty("idle_in_transaction_session_timeout", "10000");
        connect.addProperty("tcp_user_timeout", "10000");
        return PgConnection.connect(vertx, connect);
    }

    private static PgConnectOptions options(DatabaseSettings settings, String use, int statementMillis) {
        PgConnectOptions connect = new PgConnectOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(64);
        connect.addProperty("application_name", "brise-glace-" + use);
        connect.addProperty("statement_timeout", Integer.toString(statementMillis));
        connect.addProperty("jit", "off");
        return connect;
    }

    /**
     * For statements of which each has its index: planned once, and the same whether tables are empty or full. Otherwise
     * the server plans again each time, since it takes the months of the trail that a plan leaves out only when it runs
     * for work to be done (2 ms for a look that takes 0.1 ms), or keeps reading whole a table that was small at the start.
     */
    private static PgConnectOptions steady(PgConnectOptions options) {
        options.addProperty("plan_cache_mode", "force_generic_plan");
        options.addProperty("enable_seqscan", "off");
        return options;
    }

    private static Pool pool(Vertx vertx, PgConnectOptions connect, int size, Duration silence) {
        long allowed = Long.parseLong(connect.getProperties().get("statement_timeout")) + silence.toMillis();
        NetClientOptions line = new NetClientOptions()
                .setReadIdleTimeout(Math.toIntExact(allowed))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        PoolOptions options = new PoolOptions()
                .setName(connect.getProperties().get("application_name"))
                .setMaxSize(size)
                .setMaxWaitQueueSize(size * WAITING_PER_CONNECTION)
                .setConnectionTimeout(CONNECT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .connectingTo(connect)
                .with(options)
                .with(line)
                .using(vertx)
                .build();
    }

    /** How many calls may wait for a connection to look something up, or to record it, before any is turned away. */
    public static int waiting(DatabaseSettings settings) {
        return settings.connections() * WAITING_PER_CONNECTION;
    }

    /** The notices. */
    public Outbox outbox() {
        return new PgOutbox(notices);
    }

    /** Whether the store answers now. */
    public Future<Boolean> answers() {
        return lookups.query("select 1").execute().map(true).otherwise(false);
    }

    /** Closes all pools. */
    public Future<Void> close() {
        pulse.stop();
        return Future.all(records.close(), lookups.close(), notices.close(), console.close())
                .mapEmpty();
    }
}
