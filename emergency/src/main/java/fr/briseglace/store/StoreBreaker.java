package fr.briseglace.store;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.cache.SteadyClock;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Stands before the store: nobody waits for it longer than a bounded time, and once it hung or keeps failing nobody waits
 * at all but for whoever tries, now and then, whether it is back. One for a node.
 */
public final class StoreBreaker {
    private static final int LOOKED_AT = 6;
    private static final int ENOUGH = 3;
    private static final int TRIALS = 1;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration patience;
    private final BooleanSupplier tried;
    private final LongSupplier nanos;

    /**
     * A breaker.
     *
     * @param patience how long one call may take; what it was to write may be written yet, so it must bear repetition
     * @param tried whether somebody calls {@link #probe} from time to time; callers are spared the trial then
     * @param nanos of a monotonic clock; by one that can be set back, a store that was away would stay away until then
     */
    public StoreBreaker(Duration patience, BooleanSupplier tried, LongSupplier nanos) {
        this.patience = patience;
        this.tried = tried;
        this.nanos = nanos;
        this.breaker = CircuitBreaker.of(
                "store",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(ENOUGH)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .waitDurationInOpenState(PAUSE)
                        .clock(new SteadyClock(nanos))
                        .build());
    }

    /**
     * Makes the call, or fails at once while the store is known to be away.
     *
     * @return fails with {@link StoreUnavailable} where the store is away, and otherwise as the call does: what it refuses
     *     says nothing against it
     */
    public <T> Future<T> guard(Supplier<Future<T>> call) {
        return away() && tried.getAsBoolean() ? Future.failedFuture(StoreUnavailable.KNOWN) : probe(call);
    }

    /** The same by somebody who can afford to find out whether the store is back, once it is time to look again. */
    public <T> Future<T> probe(Supplier<Future<T>> call) {
        if (!breaker.tryAcquirePermission()) {
            return Future.failedFuture(StoreUnavailable.KNOWN);
        }
        long began = nanos.getAsLong();
        return call.get()
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(done -> breaker.onSuccess(nanos.getAsLong() - began, TimeUnit.NANOSECONDS))
                .recover(failure -> failed(failure, nanos.getAsLong() - began));
    }

    private <T> Future<T> failed(Throwable failure, long nanos) {
        if (!StoreAway.says(failure)) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            return Future.failedFuture(failure);
        }
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        if (failure instanceof TimeoutException && breaker.getState() == CircuitBreaker.State.CLOSED) {
            breaker.transitionToOpenState();
        }
        return Future.failedFuture(new StoreUnavailable(failure));
    }

    /** Whether the store is known to be away. */
    public boolean away() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }
}
