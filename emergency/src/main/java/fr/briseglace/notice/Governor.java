package fr.briseglace.notice;

/**
 * How many notices may leave at a time: a bucket of tokens that fills at a rate, and a rate that gives way. While
 * accesses wait for each other the rate is halved again and again, and regained in small steps afterwards. Some leave
 * each second whatever happens. Time comes in as nanoseconds of one monotonic clock.
 */
final class Governor {
    private static final long SECOND = 1_000_000_000L;
    private static final long STEP = SECOND / 10;

    /** Twenty records opened a second give as many, at 2.3 notices each. */
    private static final int LEAST_PER_SECOND = 50;

    private static final double REGAINED = 0.1;
    private static final double BURST_SECONDS = 0.1;

    private final int perSecond;
    private final double least;
    private double share = 1;
    private double tokens;
    private long filled;
    private long stepped;

    /**
     * A full bucket.
     *
     * @param perSecond notices a second at the full rate, from 1
     */
    Governor(int perSecond, long now) {
        this.perSecond = perSecond;
        this.least = Math.min(1, (double) LEAST_PER_SECOND / perSecond);
        this.tokens = burst();
        this.filled = now;
        this.stepped = now;
    }

    /** How many may leave now. */
    int allowed(long now) {
        double gained = (now - filled) * share * perSecond / SECOND;
        tokens = Math.min(burst(), tokens + gained);
        filled = now;
        return (int) tokens;
    }

    /** Says how many did. */
    void took(int notices) {
        tokens -= notices;
    }

    /** Says whether accesses wait for each other; heard ten times a second at most. */
    void heed(boolean crowded, long now) {
        if (now - stepped < STEP) {
            return;
        }
        allowed(now);
        stepped = now;
        share = crowded ? Math.max(least, share / 2) : Math.min(1, share + REGAINED);
    }

    private double burst() {
        return Math.max(1, perSecond * BURST_SECONDS);
    }
}
