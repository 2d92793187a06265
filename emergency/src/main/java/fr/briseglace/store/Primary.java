package fr.briseglace.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which server of the store is its primary: each is asked every second, on a connection of its own, and whoever works on
 * another is told to leave it. Of a store of one server nothing is asked.
 */
final class Primary {
    private static final Logger LOG = LoggerFactory.getLogger(Primary.class);
    private static final long LOOK_MILLIS = 1_000;
    /** A server that takes longer to say what it is does not count this time; less than a pool waits for a connection. */
    private static final long PATIENCE_MILLIS = 3_000;

    private final Vertx vertx;
    private final List<DatabaseServer> servers;
    private final List<Pool> lines;
    private final Context loop;
    private final long timer;
    private final Map<String, Runnable> followers = new ConcurrentHashMap<>();

    private @Nullable Standing known;
    private @Nullable Future<DatabaseServer> asking;
    private boolean sure;

    private Primary(Vertx vertx, List<DatabaseServer> servers, List<Pool> lines) {
        this.vertx = vertx;
        this.servers = servers;
        this.lines = lines;
        this.loop = vertx.getOrCreateContext();
        this.timer = lines.isEmpty() ? -1 : vertx.setPeriodic(LOOK_MILLIS, tick -> ask());
    }

    /** Of these servers, each of which is asked on the line that is made to it. */
    static Primary of(Vertx vertx, List<DatabaseServer> servers, Function<DatabaseServer, Pool> line) {
        List<Pool> lines =
                servers.size() == 1 ? List.of() : servers.stream().map(line).toList();
        return new Primary(vertx, servers, lines);
    }

    /** Fails, as when nobody answers, where there is none for the moment. */
    Future<DatabaseServer> find() {
        if (lines.isEmpty()) {
            return Future.succeededFuture(servers.getFirst());
        }
        Context caller = vertx.getOrCreateContext();
        Promise<DatabaseServer> promise = Promise.promise();
        knownOrAsked().onComplete(found -> caller.runOnContext(v -> promise.handle(found)));
        return promise.future();
    }

    /** Done, from any thread, whenever another server has become primary; one for each name. */
    void follow(String name, Runnable move) {
        followers.put(name, move);
    }

    private synchronized Future<DatabaseServer> knownOrAsked() {
        return sure && known != null ? Future.succeededFuture(known.server()) : ask();
    }

    private synchronized Future<DatabaseServer> ask() {
        Future<DatabaseServer> asked = asking;
        if (asked != null) {
            return asked;
        }
        Promise<DatabaseServer> promise = Promise.promise();
        asking = promise.future();
        loop.runOnContext(v -> Future.all(servers.stream().map(this::standing).toList())
                .compose(answers -> judge(answers.<Optional<Standing>>list().stream()
                        .flatMap(Optional::stream)
                        .toList()))
                .onComplete(promise));
        return promise.future();
    }

    private Future<Optional<Standing>> standing(DatabaseServer server) {
        return lines.get(servers.indexOf(server))
                .query(Standing.ASK)
                .execute()
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(rows -> Standing.of(server, rows.iterator().next().getString(0)))
                .otherwise(Optional.empty());
    }

    private Future<DatabaseServer> judge(List<Standing> standings) {
        Standing before;
        Standing primary;
        synchronized (this) {
            asking = null;
            before = known;
            primary = Standing.primary(standings, before == null ? 0 : before.timeline())
                    .orElse(null);
            sure = primary != null;
            known = primary == null ? before : primary;
        }
        if (primary == null) {
            return Future.failedFuture(new ConnectException("no server of the store is its primary"));
        }
        if (before != null && !before.server().equals(primary.server())) {
            LOG.atWarn().addKeyValue("primary", primary.server()).log("another server of the store is its primary now");
            followers.values().forEach(Runnable::run);
        }
        return Future.succeededFuture(primary.server());
    }

    void close() {
        vertx.cancelTimer(timer);
        lines.forEach(Pool::close);
    }
}
