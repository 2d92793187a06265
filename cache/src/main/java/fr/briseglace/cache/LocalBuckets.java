package fr.briseglace.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * This node's own memory of who has taken how much: of callers that it alone decides on, and of all others for when
 * Redis is away. Holds a bounded number of callers, those seen least are forgotten first.
 */
public final class LocalBuckets {
    private final Cache<String, AtomicLong> buckets;

    /** A memory of so many callers. */
    public LocalBuckets(long callers) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .executor(Runnable::run)
                .build();
    }

    /** Charges all or none, at {@code now} in microseconds of a clock that never goes back. */
    public RateVerdict charge(List<RateCharge> charges, long now) {
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

    /** Gives back what a charge took. */
    public void giveBack(RateCharge charge) {
        bucket(charge.key()).addAndGet(-charge.costMicros());
    }

    /** Whether one of these charges would be refused, as far as is remembered here. */
    boolean over(List<RateCharge> charges, long now) {
        for (RateCharge charge : charges) {
            if (!decide(charge, now, remembered(charge.key())).allowed()) {
                return true;
            }
        }
        return false;
    }

    /** The verdict as it would be, without charging anything; what is not remembered has taken nothing. */
    RateVerdict look(List<RateCharge> charges, long now) {
        List<Long> tats =
                charges.stream().map(charge -> remembered(charge.key())).toList();
        return RateVerdict.on(charges, tats, now, true);
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
                giveBack(charge);
            }
        }
    }

    private static Gcra.Decision decide(RateCharge charge, long now, long tat) {
        return Gcra.decide(charge.policy(), charge.cost(), now, tat);
    }

    private long remembered(String key) {
        AtomicLong bucket = buckets.getIfPresent(key);
        return bucket == null ? 0 : bucket.get();
    }

    private AtomicLong bucket(String key) {
        return buckets.get(key, unseen -> new AtomicLong());
    }
}
