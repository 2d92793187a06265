package fr.briseglace.gateway.limits;

import fr.briseglace.cache.LocalBuckets;
import fr.briseglace.cache.RateCharge;
import fr.briseglace.cache.RateVerdict;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps those who have not shown who they are from asking too often, by where they come from, before any of their
 * tokens is looked at. Whoever then proves to be somebody gets back what the request took: their own limits are what
 * counts for them, however many share an address.
 */
public final class Strangers {
    private static final long ADDRESSES = 100_000;

    private final LocalBuckets buckets = new LocalBuckets(ADDRESSES);
    private final Supplier<LimitSettings> settings;
    private final LongSupplier clockMicros;
    private final LimitMeters meters;

    /**
     * The strangers of a node.
     *
     * @param settings the limits as they are now
     * @param clockMicros microseconds of any clock that never goes back
     */
    public Strangers(Supplier<LimitSettings> settings, LongSupplier clockMicros, LimitMeters meters) {
        this.settings = settings;
        this.clockMicros = clockMicros;
        this.meters = meters;
    }

    /**
     * Lets a request pass.
     *
     * @throws RateLimited where too many came from there
     */
    public void pass(SocketAddress from) {
        LimitSettings now = settings.get();
        RateVerdict verdict = buckets.charge(List.of(charge(now, from)), clockMicros.getAsLong());
        verdict.turnedSoft().forEach(meters::soft);
        if (verdict instanceof RateVerdict.Limited limited) {
            meters.over(limited.policy(), now.shadow());
            if (!now.shadow()) {
                throw new RateLimited(limited);
            }
        }
    }

    /** The sender of a request that had passed has shown who they are. */
    public void known(SocketAddress from) {
        buckets.giveBack(charge(settings.get(), from));
    }

    private static RateCharge charge(LimitSettings now, SocketAddress from) {
        return new RateCharge(now.policy(Limit.ANONYMOUS), Origin.of(from), 1);
    }
}
