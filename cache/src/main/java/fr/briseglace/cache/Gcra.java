package fr.briseglace.cache;

/**
 * The arithmetic of the generic cell rate algorithm. What is remembered of a caller is one number, the theoretical
 * arrival time (TAT): when they would have used up, at the sustained rate, all that they have taken. Times are
 * microseconds of any one clock.
 */
public final class Gcra {
    /** Share of a policy, in percent, from which its use deserves a look though nothing is refused. */
    public static final int SOFT_PERCENT = 60;

    private Gcra() {}

    /**
     * What taking {@code cost} units at {@code now} comes to.
     *
     * @param tat the remembered arrival time; anything not after {@code now} means a caller with nothing to pay off
     * @param cost 1 to the policy's burst
     */
    public static Decision decide(RatePolicy policy, long cost, long now, long tat) {
        long after = debit(policy, cost, now, tat);
        long earliest = after - policy.burstMicros();
        return earliest <= now ? new Decision(true, after, 0) : new Decision(false, tat, earliest - now);
    }

    /** The arrival time to remember where the units have been used already and there is nothing left to refuse. */
    public static long debit(RatePolicy policy, long cost, long now, long tat) {
        return Math.max(now, tat) + cost * policy.intervalMicros();
    }

    /**
     * How a caller stands.
     *
     * @param before the arrival time remembered before the request
     * @param after the one remembered now; the same where nothing was taken
     */
    public static Standing standing(RatePolicy policy, long now, long before, long after) {
        boolean soft = isSoft(policy, now, after);
        return new Standing(
                policy,
                Math.max(0, policy.burst() - unitsUsed(policy, now, after)),
                Math.max(0, after - now),
                soft,
                soft && !isSoft(policy, now, before));
    }

    /** In whole units: a unit that is partly paid off is still in use. */
    private static long unitsUsed(RatePolicy policy, long now, long tat) {
        return Math.ceilDiv(Math.max(0, tat - now), policy.intervalMicros());
    }

    private static boolean isSoft(RatePolicy policy, long now, long tat) {
        return unitsUsed(policy, now, tat) * 100 >= policy.burst() * SOFT_PERCENT;
    }

    /**
     * What became of a request for units.
     *
     * @param tat the arrival time to remember; unchanged where the units were refused
     * @param retryAfterMicros how long until the same request would be admitted; 0 where it was
     */
    public record Decision(boolean allowed, long tat, long retryAfterMicros) {}

    /**
     * How a caller stands with a policy.
     *
     * @param remaining units that could be taken now, 0 or more
     * @param resetMicros how long until the whole burst is there again
     * @param soft whether {@value Gcra#SOFT_PERCENT} % or more of the burst is in use
     * @param turnedSoft whether it was this request that made it so
     */
    public record Standing(RatePolicy policy, long remaining, long resetMicros, boolean soft, boolean turnedSoft) {}
}
