package fr.briseglace.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis: one connection per event loop, for commands alone. A command is answered within its budget or
 * fails; while Redis is away it fails at once. Lost connections come back by themselves.
 */
public final class RedisLink {
    private static final int BREAKER_WINDOW = 32;
    private static final int BREAKER_MINIMUM = 8;
    private static final int BREAKER_PROBES = 3;
    private static final Duration BREAKER_REST = Duration.ofMillis(500);

    private final Vertx vertx;
    private final LinkOptions options;
    private final LinkMetrics metrics;
    private final CircuitBreaker breaker;
    /** Where calls from outside any event loop go. */
    private final Context home;

    private final Map<Thread, RedisLane> lanes = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private RedisLink(Vertx vertx, LinkOptions options, LinkMetrics metrics, LongSupplier nanos) {
        this.vertx = vertx;
        this.options = options;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of("redis", breakerConfig(nanos));
        this.home = vertx.getOrCreateContext();
    }

    /** A link that connects each event loop at {@link #open} or at its first command. */
    public static RedisLink create(Vertx vertx, LinkOptions options, LinkMetrics metrics) {
        return create(vertx, options, metrics, System::nanoTime);
    }

    /** The same by another monotonic clock. */
    static RedisLink create(Vertx vertx, LinkOptions options, LinkMetrics metrics, LongSupplier nanos) {
        return new RedisLink(vertx, options, metrics, nanos);
    }

    /**
     * Connects the event loop of the caller, so that its first command finds a connection. True when connected; false
     * when Redis is away, in which case the link goes on trying by itself.
     */
    public Future<Boolean> open() {
        return onLoop(() -> {
            RedisLane lane = lanes.get(Thread.currentThread());
            return lane == null ? newLane().connect() : Future.succeededFuture(lane.isConnected());
        });
    }

    /**
     * Sends one command.
     *
     * @return the reply, null for nil; fails with {@link RedisUnavailable} where there is none, or with the error Redis
     *     answered
     */
    public Future<@Nullable Response> send(Request request) {
        return onLoop(() -> {
            RedisLane lane = lanes.get(Thread.currentThread());
            if (lane == null) {
                lane = newLane();
                lane.connect();
            }
            return lane.send(request);
        });
    }

    /** How many event loops hold a connection now. */
    public int connections() {
        return (int) lanes.values().stream().filter(RedisLane::isConnected).count();
    }

    /** Closes every connection and stops reconnecting. Commands fail afterwards. */
    public Future<Void> close() {
        closed = true;
        List<Future<Void>> closing =
                lanes.values().stream().map(RedisLink::closeOnItsLoop).toList();
        return Future.join(closing).mapEmpty();
    }

    private RedisLane newLane() {
        RedisLane lane = new RedisLane(vertx, options, breaker, metrics);
        lanes.put(Thread.currentThread(), lane);
        if (closed) {
            lane.close();
        }
        return lane;
    }

    private <T extends @Nullable Object> Future<T> onLoop(Supplier<Future<T>> call) {
        if (Context.isOnEventLoopThread()) {
            return call.get();
        }
        CallerPromise<T> promise = new CallerPromise<>(vertx);
        home.runOnContext(v -> call.get().onComplete(promise::handle));
        return promise.future();
    }

    private static Future<Void> closeOnItsLoop(RedisLane lane) {
        Promise<Void> promise = Promise.promise();
        lane.context().runOnContext(v -> lane.close().onComplete(promise));
        return promise.future();
    }

    private static CircuitBreakerConfig breakerConfig(LongSupplier nanos) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        BREAKER_WINDOW,
                        BREAKER_MINIMUM,
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(50)
                .waitDurationInOpenState(BREAKER_REST)
                .permittedNumberOfCallsInHalfOpenState(BREAKER_PROBES)
                // By a clock that can be set back, Redis would stay away until it had caught up.
                .clock(new SteadyClock(nanos))
                .writableStackTraceEnabled(false)
                .build();
    }
}
