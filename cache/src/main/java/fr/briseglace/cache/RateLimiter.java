package fr.briseglace.cache;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Decides whether a request is within all of its rate policies, for all nodes together, in one script inside Redis and
 * by Redis' clock. While Redis is away each node decides by what it remembers. Those of whom it remembers that they are
 * over a limit it refuses without asking again: Redis would say the same, and a flood goes no further than here.
 */
public final class RateLimiter {
    private final GatheredCharges redis;
    private final LocalBuckets buckets;
    private final LongSupplier clockMicros;

    /**
     * A limiter.
     *
     * @param localCallers how many callers this node remembers for when Redis is away
     * @param clockMicros microseconds of any clock that never goes back
     */
    public RateLimiter(RedisLink link, long localCallers, LongSupplier clockMicros) {
        this.redis = new GatheredCharges(new GcraScript(link));
        this.buckets = new LocalBuckets(localCallers);
        this.clockMicros = clockMicros;
    }

    /**
     * Charges a request to all these policies or, where one of them refuses, to none. Never fails.
     *
     * @param charges at least one, each with a key of its own
     */
    public Future<RateVerdict> charge(List<RateCharge> charges) {
        long now = clockMicros.getAsLong();
        if (buckets.over(charges, now) && buckets.look(charges, now) instanceof RateVerdict.Limited known) {
            return Future.succeededFuture(known);
        }
        return redis.charge(new ChargeRequest(charges, false))
                .map(answer -> verdict(charges, answer))
                .otherwise(away -> buckets.charge(charges, clockMicros.getAsLong()));
    }

    /**
     * Charges what has been used already, past the limits if need be: for costs known only afterwards. Never fails, and
     * its verdict is always {@link RateVerdict.Admitted}.
     */
    public Future<RateVerdict> debit(List<RateCharge> charges) {
        return redis.charge(new ChargeRequest(charges, true))
                .map(answer -> {
                    learn(charges, answer);
                    return RateVerdict.onDebit(charges, answer.tats(), answer.now(), false);
                })
                .otherwise(away -> buckets.debit(charges, clockMicros.getAsLong()));
    }

    private RateVerdict verdict(List<RateCharge> charges, GcraScript.Answer answer) {
        learn(charges, answer);
        return RateVerdict.on(charges, answer.tats(), answer.now(), false);
    }

    /** Redis' clock and this node's differ: what is learned is how far ahead of now a caller is. */
    private void learn(List<RateCharge> charges, GcraScript.Answer answer) {
        long offset = clockMicros.getAsLong() - answer.now();
        for (int i = 0; i < charges.size(); i++) {
            long before = answer.tats().get(i);
            long tat = answer.charged() ? charges.get(i).debited(answer.now(), before) : before;
            buckets.learn(charges.get(i).key(), tat + offset);
        }
    }
}
