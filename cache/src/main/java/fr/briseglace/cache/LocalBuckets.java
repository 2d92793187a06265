package fr.briseglace.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * This node's own memory of who has taken how much, for when Redis is away. Holds a bounded number of callers, those
 * seen least are forgotten first; learns from every decision of Redis, so that an outage does not start from nothing.
 */
final class LocalBuckets {
    private final Cache<String, AtomicLong> buckets;

    LocalBuckets(long callers) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .executor(Runnable::run)
                .build();
    }

    /** Charges all or none. */
    RateVerdict charge(List<RateCharge> charges, long now) {
        List<Long> tats = charges.stream().map(charge -> take(charge, now)).toList();
        RateVerdict verdict = RateVerdict.on(charges, tats, now, true);
        if (verdict instanceof RateVerdict.Limited) {
            giveBack(charges, tats, now);
        }
        return verdict;
    }

    /** Charges all, past their limits if need be. */
    RateVerdict debit(List<RateCharge> charges, long now) {
        List<Long> tats = charges.stream()
                .map(charge -> bucket(charge.key()).getAndUpdate(tat -> charge.debited(now, tat)))
                .toList();
        return RateVerdict.onDebit(charges, tats, now, true);
    }

    /** Remembers an arrival time that Redis decided; of two, the later holds. */
    void learn(String key, long tat) {
        bucket(key).accumulateAndGet(tat, Math::max);
    }

    /** The arrival time before the charge, which is taken if the policy allows it. */
    private long take(RateCharge charge, long now) {
        return bucket(charge.key()).getAndUpdate(tat -> decide(charge, now, tat).tat());
    }

    private void giveBack(List<RateCharge> charges, List<Long> tats, long now) {
        for (int i = 0; i < charges.size(); i++) {
            RateCharge charge = charges.get(i);
            if (decide(charge, now, tats.get(i)).allowed()) {
                bucket(charge.key()).addAndGet(-charge.costMicros());
            }
        }
    }

    private static Gcra.Decision decide(RateCharge charge, long now, long tat) {
        return Gcra.decide(charge.policy(), charge.cost(), now, tat);
    }

    private AtomicLong bucket(String key) {
        return buckets.get(key, unseen -> new AtomicLong());
    }
}
