package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsReading;
import fr.briseglace.trail.RecordWriter;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;

/**
 * Decides on what was found and makes the decision durable; where rights or content changed meanwhile, on what the
 * store holds now, until both hold at the same time.
 */
final class Recording {
    private static final int LOOKS = 8;

    private final Snapshots snapshots;
    private final RecordWriter writer;

    Recording(Snapshots snapshots, RecordWriter writer) {
        this.snapshots = snapshots;
        this.writer = writer;
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

    <T> Future<Settled<T>> settle(InsReading patient, Sighting first, Deciding<T> deciding) {
        return settle(patient, first, deciding, 1);
    }

    private <T> Future<Settled<T>> settle(InsReading patient, Sighting sighting, Deciding<T> deciding, int look) {
        return deciding.on(sighting)
                .compose(attempt ->
                        writer.write(attempt.entry()).map(verdict -> new Settled<>(sighting, attempt, verdict)))
                .compose(settled -> settled.verdict().settled()
                        ? Future.succeededFuture(settled)
                        : lookAgain(patient, settled, deciding, look));
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
