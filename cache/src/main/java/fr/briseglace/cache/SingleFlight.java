package fr.briseglace.cache;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One load per key at a time: those who ask while it runs share its result, value or failure, each on their own
 * context. Nothing is remembered once it ends.
 */
public final class SingleFlight<K, V> {
    private final Vertx vertx;
    private final Map<K, Promise<V>> flights = new ConcurrentHashMap<>();

    /** Flights for callers of that Vert.x. */
    public SingleFlight(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The result of the load that runs for this key; starts {@code load} where none does. */
    public Future<V> run(K key, Supplier<Future<V>> load) {
        CallerPromise<V> mine = new CallerPromise<>(vertx);
        Promise<V> flight = Promise.promise();
        Promise<V> running = flights.putIfAbsent(key, flight);
        (running == null ? flight : running).future().onComplete(mine::handle);
        if (running == null) {
            start(load).onComplete(result -> {
                flights.remove(key, flight);
                flight.handle(result);
            });
        }
        return mine.future();
    }

    /** How many loads run now. */
    public int running() {
        return flights.size();
    }

    /** A loader that throws before it gives a future has failed like any other. */
    private static <V> Future<V> start(Supplier<Future<V>> load) {
        return Future.future(promise -> load.get().onComplete(promise));
    }
}
