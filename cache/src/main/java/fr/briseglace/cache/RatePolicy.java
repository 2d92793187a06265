package fr.briseglace.cache;

import java.time.Duration;

/**
 * A limit on how often something may happen: {@code burst} at once, and in the long run {@code sustained} per
 * {@code period}.
 *
 * @param name what callers are told was exceeded
 * @param burst 1 or more
 * @param sustained 1 or more, at most one a microsecond
 * @param period 1 µs or more
 */
public record RatePolicy(String name, long burst, long sustained, Duration period) {
    /** Above it the numbers would no longer be whole in Redis' scripts, which count in doubles. */
    private static final long LONGEST_MICROS = Duration.ofDays(3660).toNanos() / 1000;

    /** Checks the ranges. */
    public RatePolicy {
        if (name.isEmpty() || burst < 1 || sustained < 1 || period.toNanos() / 1000 < sustained) {
            throw new IllegalArgumentException("a rate policy needs a name, a burst and a sustained rate: " + name);
        }
        if (burst > LONGEST_MICROS / interval(sustained, period)) {
            throw new IllegalArgumentException("a burst must not outweigh ten years of the sustained rate: " + name);
        }
    }

    /** So many at once, and as many an hour as said. */
    public static RatePolicy perHour(String name, long burst, long sustained) {
        return new RatePolicy(name, burst, sustained, Duration.ofHours(1));
    }

    /** So many at once, and as many a second as said. */
    public static RatePolicy perSecond(String name, long burst, long sustained) {
        return new RatePolicy(name, burst, sustained, Duration.ofSeconds(1));
    }

    /** The same policy, {@code factor} times as generous; 1 or more. */
    public RatePolicy times(long factor) {
        return new RatePolicy(name, Math.multiplyExact(burst, factor), Math.multiplyExact(sustained, factor), period);
    }

    /** Microseconds one unit costs, rounded up, so that rounding never admits more than the policy says. */
    long intervalMicros() {
        return interval(sustained, period);
    }

    /** Microseconds until a whole burst that was taken is there again. */
    public long burstMicros() {
        return burst * intervalMicros();
    }

    private static long interval(long sustained, Duration period) {
        return Math.ceilDiv(period.toNanos() / 1000, sustained);
    }
}
