package fr.briseglace.cache;

/**
 * Units to take from one caller's share of a policy.
 *
 * @param key whose share: a name that tells nothing, such as {@link KeyRing#name} makes; one per policy and caller
 * @param cost 1 to the policy's burst
 */
public record RateCharge(RatePolicy policy, String key, long cost) {
    /** Checks the ranges. */
    public RateCharge {
        if (key.isEmpty() || cost < 1 || cost > policy.burst()) {
            throw new IllegalArgumentException("a charge needs a key and a cost within the burst of " + policy.name());
        }
    }

    /** What the charge costs, in microseconds of the sustained rate. */
    long costMicros() {
        return cost * policy.intervalMicros();
    }

    /** The arrival time after this charge, refused or not. */
    long debited(long now, long tat) {
        return Gcra.debit(policy, cost, now, tat);
    }
}
