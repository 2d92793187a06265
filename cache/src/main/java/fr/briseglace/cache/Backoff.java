package fr.briseglace.cache;

import java.time.Duration;

/**
 * How long to wait before the next attempt: doubles with each failure up to a ceiling, and half of it is random so that
 * the nodes of a fleet do not come back in step.
 */
record Backoff(Duration first, Duration longest) {
    private static final int LAST_DOUBLING = 20;

    Backoff {
        if (first.toMillis() < 2 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("backoff must start at 2 ms or more and end no lower than it starts");
        }
    }

    /**
     * The delay in milliseconds after so many failures in a row.
     *
     * @param failures 1 or more
     * @param random from 0 to 1, 1 excluded
     * @return between half and the whole of the doubled delay
     */
    long millis(int failures, double random) {
        long doubled = first.toMillis() << Math.min(Math.max(failures, 1) - 1, LAST_DOUBLING);
        long whole = Math.min(doubled, longest.toMillis());
        long half = whole / 2;
        return half + (long) (random * (whole - half));
    }
}
