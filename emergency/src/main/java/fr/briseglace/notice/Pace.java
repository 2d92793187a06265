package fr.briseglace.notice;

import java.time.Duration;

/**
 * How fast and how often a dispatcher works.
 *
 * @param parallelism notices under way at once, from their claim to their settlement
 * @param perSecond most notices that leave in a second; fewer while accesses wait for each other
 * @param spacing shortest time between two claims and between two settlements, so that many notices share a statement
 * @param lease after which another node takes over what was claimed and not settled; longer than any channel's patience
 * @param sweep how often due notices are looked for without being woken
 * @param upkeep how often addresses are looked up again and what waits is measured
 */
public record Pace(int parallelism, int perSecond, Duration spacing, Duration lease, Duration sweep, Duration upkeep) {
    /**
     * 256 at once, 3,000 a second (500 accesses and all whom they are told to, and what a moment's halt left behind),
     * statements 25 ms apart, a lease of a minute, a sweep a second, upkeep every ten.
     */
    public static final Pace DEFAULT = new Pace(
            256, 3_000, Duration.ofMillis(25), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** All positive. */
    public Pace {
        if (parallelism < 1
                || perSecond < 1
                || !spacing.isPositive()
                || !lease.isPositive()
                || !sweep.isPositive()
                || !upkeep.isPositive()) {
            throw new IllegalArgumentException("a pace is made of positive numbers");
        }
    }

    /** The same at another rate. */
    public Pace at(int notices) {
        return new Pace(parallelism, notices, spacing, lease, sweep, upkeep);
    }
}
