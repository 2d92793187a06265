package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordWriter;
import fr.briseglace.trail.TrailUnavailable;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may still be answered while the store is away: what was read from it not too long ago, once the record is on
 * this node's disk. The age of what is honoured is bounded, shown in the answer and recorded.
 *
 * @param journal writes records to this node's disk; null where nothing is answered without the store
 * @param staleness how old a snapshot may be at most
 */
public record Outage(@Nullable RecordWriter journal, Duration staleness) {
    /** Nothing is answered without the store. */
    public static final Outage SILENT = new Outage(null, Duration.ZERO);

    /**
     * Whether a decision on this may be answered; that nobody was found, only if the store has just said so. How old a
     * snapshot is that was loaded long after now nobody knows: a clock was set back.
     */
    boolean covers(Sighting sighting, Instant now) {
        Cached<Snapshot> found = sighting.found();
        return journal != null
                && !sighting.degraded()
                && (found == null
                        || Duration.between(found.loadedAt(), now).abs().compareTo(staleness) <= 0);
    }

    Future<Verdict> write(RecordEntry entry) {
        return journal == null ? Future.failedFuture(new TrailUnavailable(null)) : journal.write(entry);
    }
}
