package fr.briseglace.notice;

import java.time.Duration;

/**
 * How many notices may leave at a time: a bucket of tokens that fills at a rate, and a rate that gives way. Where the
 * event loops run late, accesses wait for the processor; then the rate is halved, down to a tenth, and regained in small
 * steps once they are on time. Time comes in as nanoseconds of one monotonic clock.
 */
final class Governor {
    private static final long SECOND = 1_000_000_000L;
    private static final long STEP = SECOND / 10;
    private static final double LEAST = 0.1;
    private static final double REGAINED = 0.1;
    private static final double BURST_SECONDS = 0.1;

    private final int perSecond;
    private final long tolerated;
    private double share = 1;
    private double tokens;
    private long filled;
    private long stepped;

    /**
     * A full bucket.
     *
     * @param perSecond notices a second at the full rate, from 1
     * @param tolerated how late event loops may run before notices give way
     */
    Governor(int perSecond, Duration tolerated, long now) {
        this.perSecond = perSecond;
        this.tolerated = tolerated.toNanos();
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

    /** Says how late the event loops run; heard ten times a second at most. */
    void heed(Duration late, long now) {
        if (now - stepped < STEP) {
            return;
        }
        allowed(now);
        stepped = now;
        share = late.toNanos() > tolerated ? Math.max(LEAST, share / 2) : Math.min(1, share + REGAINED);
    }

    private double burst() {
        return Math.max(1, perSecond * BURST_SECONDS);
    }
}
