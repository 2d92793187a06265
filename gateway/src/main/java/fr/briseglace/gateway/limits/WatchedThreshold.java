package fr.briseglace.gateway.limits;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.oversight.Crossings;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has it kept, for somebody to review, that a limit was used to a good part. Nobody waits for that, and while the store
 * is away or slow nothing piles up.
 */
public final class WatchedThreshold implements SoftThreshold {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedThreshold.class);
    private static final int MOST_UNDER_WAY = 64;

    private final Crossings crossings;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Keeps crossings there. */
    public WatchedThreshold(Crossings crossings) {
        this.crossings = crossings;
    }

    @Override
    public void reached(Limit limit, Caller caller, @Nullable Ins patient) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            LOG.warn("a limit that was used to a good part is not kept for review: {}", limit.word());
            return;
        }
        crossings
                .keep(limit.word(), caller, limit == Limit.ACCESS_PATIENT ? patient : null)
                .onFailure(failure -> LOG.warn(
                        "a limit that was used to a good part is not kept for review: {}, {}",
                        limit.word(),
                        failure.getClass().getSimpleName()))
                .onComplete(done -> underWay.decrementAndGet());
    }
}
