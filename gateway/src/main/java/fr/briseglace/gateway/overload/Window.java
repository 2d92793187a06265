package fr.briseglace.gateway.overload;

import java.util.Arrays;

/** How long things took within a short time, and how many were under way at most. */
final class Window {
    /** Enough to find a middle by; the newest stay. */
    private static final int KEPT = 512;

    private final long[] took = new long[KEPT];
    private int count;
    private int busiest;

    void add(long nanos, int inFlight) {
        took[count++ % KEPT] = nanos;
        busiest = Math.max(busiest, inFlight);
    }

    /** How many were added. */
    int count() {
        return count;
    }

    /** The most that were under way at once. */
    int busiest() {
        return busiest;
    }

    /** The time that half of them stayed below, in nanoseconds; there must be one. Puts them in order. */
    long median() {
        int kept = Math.min(count, KEPT);
        Arrays.sort(took, 0, kept);
        return took[kept / 2];
    }

    void clear() {
        count = 0;
        busiest = 0;
    }
}
