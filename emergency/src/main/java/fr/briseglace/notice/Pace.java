package fr.briseglace.notice;

import java.time.Duration;

/**
 * How fast and how often a dispatcher works.
 *
 * @param parallelism notices under way at once, from their claim to their settlement
 * @param lease after which another node takes over what was claimed and not settled; longer than any channel's patience
 * @param sweep how often due notices are looked for without being woken
 * @param upkeep how often addresses are looked up again and the oldest notice is measured
 */
public record Pace(int parallelism, Duration lease, Duration sweep, Duration upkeep) {
    /** 64 at once, a lease of a minute, a sweep a second, upkeep every ten. */
    public static final Pace DEFAULT =
            new Pace(64, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** All positive. */
    public Pace {
        if (parallelism < 1 || !lease.isPositive() || !sweep.isPositive() || !upkeep.isPositive()) {
            throw new IllegalArgumentException("a pace is made of positive numbers");
        }
    }
}
