package fr.briseglace.access;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a node hears of changes that were made elsewhere: it reads anew what it has near of those patients, so that what is
 * honoured in an outage is no older than the last time this heard. While the store is there, no access depends on it.
 */
public final class Changes {
    private final Supplier<Future<Set<Change>>> recent;
    private final CachedSnapshots snapshots;
    private Set<Change> heard = Set.of();
    private boolean asking;

    /**
     * A node that has heard nothing yet.
     *
     * @param recent what changed since a little before it was last asked; the same may be told again
     */
    public Changes(Supplier<Future<Set<Change>>> recent, CachedSnapshots snapshots) {
        this.recent = recent;
        this.snapshots = snapshots;
    }

    /** Asks, unless it is asking already; to be called again and again on one event loop. Says how many were new. */
    public Future<Integer> listen() {
        if (asking) {
            return Future.succeededFuture(0);
        }
        asking = true;
        return recent.get().compose(this::take).onComplete(done -> asking = false);
    }

    private Future<Integer> take(Set<Change> told) {
        Set<Change> fresh = new HashSet<>(told);
        fresh.removeAll(heard);
        heard = told;
        return Future.all(fresh.stream().map(snapshots::heard).toList()).map(fresh.size());
    }
}
