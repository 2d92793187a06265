package fr.briseglace.store;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;

/**
 * Asks the server for nothing, now and then, on as many connections as are open: those that it answers on are alive,
 * however long nobody needed them.
 */
public final class Pulse {
    private final Vertx vertx;
    private final long timer;

    private Pulse(Vertx vertx, long timer) {
        this.vertx = vertx;
        this.timer = timer;
    }

    static Pulse start(Vertx vertx, List<Pool> pools, Duration every) {
        return new Pulse(vertx, vertx.setPeriodic(every.toMillis(), tick -> pools.forEach(Pulse::beat)));
    }

    /** All at once, so that each takes another connection. */
    private static void beat(Pool pool) {
        for (int open = pool.size(); open > 0; open--) {
            pool.query("select 1").execute();
        }
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
