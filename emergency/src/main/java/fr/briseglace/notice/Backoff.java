package fr.briseglace.notice;

import java.time.Duration;

/**
 * When to try a notice again: exponential with full jitter, so that what failed together does not come back together.
 * Pure.
 *
 * @param base bound of the first delay
 * @param cap bound of every delay
 * @param patience age at which a notice is given up
 */
public record Backoff(Duration base, Duration cap, Duration patience) {
    /** From a second to a quarter of an hour, for a day. */
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private static final int MAX_DOUBLINGS = 30;
    private static final int FAIR_SHARE = 12;

    /** All positive, the cap at least the base. */
    public Backoff {
        if (!base.isPositive() || cap.compareTo(base) < 0 || !patience.isPositive()) {
            throw new IllegalArgumentException("a backoff needs 0 < base <= cap and a patience");
        }
    }

    /**
     * The delay after an attempt that failed, less than the bound {@code min(cap, base · 2^(attempt − 1))}.
     *
     * @param attempt from 1
     * @param random from 0 inclusive to 1 exclusive
     */
    public Duration delay(int attempt, double random) {
        if (attempt < 1 || random < 0 || random >= 1) {
            throw new IllegalArgumentException("attempts count from 1, randomness lies in [0, 1)");
        }
        long doubled = base.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
        long bound = Math.min(cap.toMillis(), doubled);
        return Duration.ofMillis((long) (bound * random));
    }

    /**
     * Whether a notice of that age is given up after an attempt. One that became due late, for want of an address or of a
     * working service, still gets its share of attempts.
     *
     * @param attempt from 1
     */
    public boolean spent(int attempt, Duration age) {
        return attempt >= FAIR_SHARE && age.compareTo(patience) >= 0;
    }
}
