package fr.briseglace.gateway.limits;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.surge.Surge;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The limits as the operator sets them.
 *
 * @param policies one for each {@link Limit}
 * @param shadow whether what is over a limit is counted and let through, to try limits out
 */
public record LimitSettings(Map<Limit, RatePolicy> policies, boolean shadow) {
    /** Where the operator says nothing. */
    public static final LimitSettings USUAL = of(Limit::usual, false);

    /** Copies the map; a limit without a policy is refused. */
    public LimitSettings {
        policies = Map.copyOf(policies);
        if (policies.size() != Limit.values().length) {
            throw new IllegalArgumentException("every limit needs a policy");
        }
        // In a surge it must be countable too.
        policies.values().forEach(LimitSettings::raised);
    }

    /** Settings with that policy for each limit. */
    public static LimitSettings of(Function<Limit, RatePolicy> policies, boolean shadow) {
        Map<Limit, RatePolicy> all = new EnumMap<>(Limit.class);
        Arrays.stream(Limit.values()).forEach(limit -> all.put(limit, policies.apply(limit)));
        return new LimitSettings(all, shadow);
    }

    /** The policy of a limit. */
    public RatePolicy policy(Limit limit) {
        RatePolicy policy = policies.get(limit);
        if (policy == null) {
            throw new IllegalStateException("every limit has a policy");
        }
        return policy;
    }

    /** The policy of a limit in a surge. */
    RatePolicy raised(Limit limit) {
        return raised(policy(limit));
    }

    private static RatePolicy raised(RatePolicy policy) {
        return Limit.of(policy).surging() ? policy.times(Surge.FACTOR) : policy;
    }

    /**
     * The same limits, so many times as generous.
     *
     * @throws IllegalArgumentException where one of them can no longer be counted
     */
    public LimitSettings times(long factor) {
        return changed(policy -> policy.times(factor));
    }

    private LimitSettings changed(UnaryOperator<RatePolicy> change) {
        return of(limit -> change.apply(policy(limit)), shadow);
    }
}
