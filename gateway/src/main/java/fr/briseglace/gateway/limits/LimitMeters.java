package fr.briseglace.gateway.limits;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.cache.RateVerdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the limits decide, by policy, and nothing of anybody. */
public final class LimitMeters {
    private final Map<Limit, Counter> refused = new EnumMap<>(Limit.class);
    private final Map<Limit, Counter> overlooked = new EnumMap<>(Limit.class);
    private final Map<Limit, Counter> soft = new EnumMap<>(Limit.class);
    private final Counter together;
    private final Counter alone;

    /** Counters of a registry. */
    public LimitMeters(MeterRegistry registry) {
        for (Limit limit : Limit.values()) {
            refused.put(limit, over(registry, limit, "refused"));
            overlooked.put(limit, over(registry, limit, "shadow"));
            soft.put(
                    limit,
                    Counter.builder("rate_limit_soft_threshold")
                            .description("Requests that brought a limit to its soft threshold")
                            .tag("policy", limit.word())
                            .register(registry));
        }
        together = decided(registry, "redis");
        alone = decided(registry, "local");
    }

    private static Counter over(MeterRegistry registry, Limit limit, String answer) {
        return Counter.builder("rate_limit_exceeded")
                .description("Requests over a limit: refused, or let through in shadow mode")
                .tag("policy", limit.word())
                .tag("answer", answer)
                .register(registry);
    }

    private static Counter decided(MeterRegistry registry, String by) {
        return Counter.builder("rate_limit_decisions")
                .description("Requests charged to their limits: by all nodes together, or by this one alone")
                .tag("by", by)
                .register(registry);
    }

    void decided(RateVerdict verdict) {
        (verdict.local() ? alone : together).increment();
    }

    void over(RatePolicy policy, boolean shadow) {
        count(shadow ? overlooked : refused, policy);
    }

    void soft(RatePolicy policy) {
        count(soft, policy);
    }

    private static void count(Map<Limit, Counter> counters, RatePolicy policy) {
        Counter counter = counters.get(Limit.of(policy));
        if (counter != null) {
            counter.increment();
        }
    }
}
