package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsReading;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Trail;
import fr.briseglace.trail.TrailUnavailable;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import java.time.InstantSource;

/**
 * While somebody waits for it: decides on what was found and makes the decision durable; where rights or content changed meanwhile, on what the
 * store holds now, until both hold at the same time. While the store is away, a decision on what it held not long ago is
 * made durable on this node instead.
 */
final class Recording {
    private static final int LOOKS = 8;

    private final Snapshots snapshots;
    private final Trail trail;
    private final Outage outage;
    private final InstantSource clock;

    Recording(Snapshots snapshots, Trail trail, Outage outage, InstantSource clock) {
        this.snapshots = snapshots;
        this.trail = trail;
        this.outage = outage;
        this.clock = clock;
    }

    /** Decides on what was found of a patient. */
    interface Deciding<T> {
        Future<Attempt<T>> on(Sighting sighting);
    }

    /**
     * A decision that stands.
     *
     * @param sighting what it was made on
     * @param attempt the decision
     * @param verdict what became of its record: durable, or known already
     */
    record Settled<T>(Sighting sighting, Attempt<T> attempt, Verdict verdict) {}

    /** Fails with {@link TooLate}, and has recorded nothing, where nobody waits for the decision any more. */
    <T> Future<Settled<T>> settle(InsReading patient, Sighting first, Patience patience, Deciding<T> deciding) {
        Deciding<T> awaited = sighting -> patience.orTooLate(() -> deciding.on(sighting))
                .compose(attempt -> patience.orTooLate(() -> Future.succeededFuture(attempt)));
        return settle(patient, first, awaited, 1);
    }

    private <T> Future<Settled<T>> settle(InsReading patient, Sighting sighting, Deciding<T> deciding, int look) {
        return deciding.on(sighting)
                .compose(attempt -> written(sighting, attempt)
                        .recover(failure -> trailIsAway(failure) && outage.covers(sighting, clock.instant())
                                ? withoutStore(patient, sighting, attempt, deciding)
                                : Future.failedFuture(failure)))
                .compose(settled -> settled.verdict().settled()
                        ? Future.succeededFuture(settled)
                        : lookAgain(patient, settled, deciding, look));
    }

    /** The store is away: the same decision, on the newest that is known, is kept on this node until the store is back. */
    private <T> Future<Settled<T>> withoutStore(
            InsReading patient, Sighting held, Attempt<T> unanswered, Deciding<T> deciding) {
        Future<Sighting> newest =
                patient instanceof Ins ins ? snapshots.withoutStore(ins, held) : Future.succeededFuture(held);
        return newest.map(known -> known.withoutStore(unanswered.entry()))
                .compose(degraded -> deciding.on(degraded).compose(attempt -> written(degraded, attempt)));
    }

    private <T> Future<Settled<T>> written(Sighting sighting, Attempt<T> attempt) {
        return write(attempt.entry()).map(verdict -> new Settled<>(sighting, attempt, verdict));
    }

    /** Keeps what was decided without the store on this node until it is back; fails where that is not possible. */
    Future<Verdict> keep(Attempt<?> attempt) {
        return outage.write(attempt.entry());
    }

    /** Whether nothing was answered because the store is away. */
    static boolean storeIsAway(Throwable failure) {
        return failure instanceof StoreUnavailable || trailIsAway(failure);
    }

    /** Only that the store is away excuses it: a record that it refuses would be refused afterwards as well. */
    private static boolean trailIsAway(Throwable failure) {
        return failure instanceof TrailUnavailable && failure.getCause() instanceof StoreUnavailable;
    }

    private Future<Verdict> write(RecordEntry entry) {
        return entry.record().degraded() ? outage.write(entry) : trail.write(entry);
    }

    private <T> Future<Settled<T>> lookAgain(InsReading patient, Settled<T> unsettled, Deciding<T> deciding, int look) {
        if (look >= LOOKS) {
            return contended();
        }
        Future<Sighting> newer = unsettled.verdict() instanceof Verdict.Outdated && patient instanceof Ins ins
                ? snapshots.newerThan(ins, unsettled.sighting())
                : Future.succeededFuture(unsettled.sighting());
        return newer.compose(sighting -> settle(patient, sighting, deciding, look + 1));
    }

    private static <T> Future<T> contended() {
        return Future.failedFuture(new StoreUnavailable(null));
    }
}
