package fr.briseglace.store;

import fr.briseglace.notice.Outbox;
import fr.briseglace.notice.PgOutbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;

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
 * @param way how further ones are made
 */
public record Database(Pool records, Pool lookups, Pool notices, Pool console, Pulse pulse, Way way) {
    /** How long a lookup or a record may take, by the server's watch. */
    static final int LOOKUP_MILLIS = 2_000;

    private static final int STATEMENT_MILLIS = 30_000;
    /** How much longer than a statement may take nothing is heard before a connection is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    /** Opens the pools; connections are made when first needed. */
    public static Database open(Vertx vertx, DatabaseSettings settings) {
        return open(vertx, settings, SILENCE);
    }

    static Database open(Vertx vertx, DatabaseSettings settings, Duration silence) {
        int all = settings.connections();
        int few = Math.max(2, all / 2);
        Way way = Way.open(vertx, settings, silence);
        Pool records = way.pool(new Use("records", LOOKUP_MILLIS, true), all);
        Pool lookups = way.pool(new Use("lookups", LOOKUP_MILLIS, true), all);
        Pool notices = way.pool(new Use("notices", STATEMENT_MILLIS, true), few);
        Pool console = way.pool(new Use("console", STATEMENT_MILLIS, false), few);
        Pulse pulse = Pulse.start(vertx, List.of(records, lookups, notices, console), silence.dividedBy(2));
        return new Database(records, lookups, notices, console, pulse, way);
    }

    /**
     * A connection for one use alone. The server ends it, and with it its locks, where nothing is heard from this node
     * for ten seconds.
     */
    public Future<PgConnection> connect(String use) {
        return way.connect(new Use(use, STATEMENT_MILLIS, false), connect -> {
            connect.addProperty("idle_session_timeout", "10000");
            connect.addProperty("idle_in_transaction_session_timeout", "10000");
            connect.addProperty("tcp_user_timeout", "10000");
        });
    }

    /** How many calls may wait for a connection to look something up, or to record it, before any is turned away. */
    public static int waiting(DatabaseSettings settings) {
        return settings.connections() * Way.WAITING_PER_CONNECTION;
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
        way.close();
        return Future.all(records.close(), lookups.close(), notices.close(), console.close())
                .mapEmpty();
    }
}
