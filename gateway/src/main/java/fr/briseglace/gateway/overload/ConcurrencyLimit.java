package fr.briseglace.gateway.overload;

import java.time.Duration;
import java.util.Arrays;

/**
 * How many requests can be under way at once without waiting for each other, found from how long they take. Time comes
 * in as a parameter. After the gradient of "Performance Under Load" (Netflix, concurrency-limits), with two changes.
 * Times are compared with the quickest of the last windows instead of a long average, which an overload that lasts would
 * drag along; and now and then the limit is halved for one window, so that what things take without queueing is seen even
 * while everything is saturated. Where half of it still queues, the comparison lowers the limit until it does not.
 */
public final class ConcurrencyLimit {
    private static final long WINDOW = Duration.ofMillis(200).toNanos();
    private static final int FEWEST_SAMPLES = 20;
    private static final int WINDOWS_COMPARED = 60;
    private static final int PROBE_EVERY = 20;

    /** How much longer than the quickest may be usual. Less than 2, or a probe at half the limit would prove nothing. */
    private static final double TOLERANCE = 1.5;

    private static final double STEEPEST = 0.5;
    private static final double PROBE = 0.5;

    private final Bounds bounds;
    private final Window window = new Window();
    private final long[] medians = new long[WINDOWS_COMPARED];
    private double limit;
    private long windowBegan;
    private int windows;
    private boolean probing;

    /**
     * Between what a limit stays.
     *
     * @param least never fewer, however slow all is; 1 or more
     * @param usual where it begins, and where it returns while little is asked
     * @param most never more
     */
    public record Bounds(int least, int usual, int most) {
        private static final int FEW = 8;

        /** So many wait a tenth of a second on a loop that serves a thousand a second: nobody is turned away for that. */
        private static final int BEARABLE = 128;

        /**
         * For each of {@code loops} event loops that share a queue for {@code waiting} calls: all of them together fill
         * half of it at most, so that it never has to turn anything away.
         */
        public static Bounds sharing(int waiting, int loops) {
            int most = Math.max(FEW, waiting / 2 / loops);
            int bearable = Math.min(BEARABLE, most);
            return new Bounds(bearable, bearable, most);
        }

        /** Checks the order. */
        public Bounds {
            if (least < 1 || usual < least || most < usual) {
                throw new IllegalArgumentException("a limit needs 1 <= least <= usual <= most");
            }
        }
    }

    /**
     * A limit that knows nothing yet.
     *
     * @param now nanoseconds of any clock that never goes back
     */
    public ConcurrencyLimit(Bounds bounds, long now) {
        this.bounds = bounds;
        this.limit = bounds.usual();
        this.windowBegan = now;
        Arrays.fill(medians, Long.MAX_VALUE);
    }

    /** How many may be under way at once. */
    public int limit() {
        return (int) Math.max(bounds.least(), probing ? limit * PROBE : limit);
    }

    /**
     * Something came to a good end.
     *
     * @param now as for the constructor
     * @param nanos how long it took
     * @param inFlight how many were under way with it, itself included
     */
    public void took(long now, long nanos, int inFlight) {
        window.add(nanos, inFlight);
        if (now - windowBegan >= WINDOW && window.count() >= FEWEST_SAMPLES) {
            close();
            windowBegan = now;
        }
    }

    private void close() {
        long median = Math.max(1, window.median());
        boolean used = window.busiest() >= limit() / 2;
        medians[windows++ % WINDOWS_COMPARED] = median;
        long quickest = Arrays.stream(medians).min().orElse(median);
        if (!probing) {
            limit = next(limit, median, quickest, used, bounds);
        }
        probing = used && windows % PROBE_EVERY == 0;
        window.clear();
    }

    /**
     * The limit after one window.
     *
     * @param used whether so many were under way that they can have waited for each other, and that more could tell
     *     something; without that it returns to the usual, for what takes long then takes long for another reason
     */
    static double next(double limit, long median, long quickest, boolean used, Bounds bounds) {
        double gradient = Math.clamp(TOLERANCE * quickest / median, STEEPEST, 1);
        double room = Math.sqrt(limit) / 2;
        double next = limit * gradient + room;
        if (!used) {
            next = Math.clamp(next, Math.min(limit + room, bounds.usual()), Math.max(limit, bounds.usual()));
        }
        return Math.clamp(next, bounds.least(), bounds.most());
    }
}
