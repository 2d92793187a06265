package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** What a node has opened and does again and again, ended in the opposite order. */
final class Opened {
    private final Vertx vertx;
    private final List<Closing> all = new ArrayList<>();

    /** How something is closed. */
    interface Closing {
        Future<?> close();
    }

    /** Nothing yet. */
    Opened(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Something that is closed before all that was opened until now. */
    void add(Closing closing) {
        all.add(closing);
    }

    /** Something that is closed after everything else. */
    void addLasting(Closing closing) {
        all.addFirst(closing);
    }

    /** Does something every so many milliseconds, on the caller's event loop, from now on. */
    void every(long millis, Runnable task) {
        long timer = vertx.setPeriodic(millis, tick -> task.run());
        add(() -> {
            vertx.cancelTimer(timer);
            return Future.succeededFuture();
        });
    }

    /** Closes all of it, one after the other, whatever becomes of each. */
    Future<Void> close() {
        Future<Void> closed = Future.succeededFuture();
        for (Closing closing : all.reversed()) {
            closed = closed.transform(before -> closing.close().mapEmpty());
        }
        return closed;
    }
}
