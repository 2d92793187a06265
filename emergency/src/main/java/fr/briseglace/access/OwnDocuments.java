package fr.briseglace.access;

import fr.briseglace.access.Outcome.Given;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsReading;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Shows authors what they wrote themselves, masked or not (DMP rights matrices). What all see is kept and shared, so the
 * record alone tells that the caller is such an author, and only then are their documents read, for this one answer.
 */
final class OwnDocuments {
    private final Snapshots snapshots;

    OwnDocuments(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The same outcome, with the caller's own masked documents where there are any. Where the record of the patient has
     * changed since the decision, or the store cannot be asked, it stays what it was: that is what was decided on.
     */
    Future<Outcome<Opened>> show(Outcome<Opened> outcome, InsReading patient, Verdict verdict) {
        return outcome instanceof Given<Opened> given && patient instanceof Ins ins && author(verdict)
                ? snapshots
                        .asAuthor(ins, given.value().by().id())
                        .map(sighting -> shown(given, sighting.found()))
                        .otherwise(outcome)
                : Future.succeededFuture(outcome);
    }

    private static Outcome<Opened> shown(Given<Opened> given, @Nullable Cached<Snapshot> own) {
        Opened opened = given.value();
        return own != null
                        && own.value().recordVersion() == opened.found().value().recordVersion()
                ? new Given<>(opened.showing(own))
                : given;
    }

    private static boolean author(Verdict verdict) {
        boolean recorded = verdict instanceof Verdict.Durable durable && durable.author();
        boolean repeated = verdict instanceof Verdict.Repeated before && before.author();
        return recorded || repeated;
    }
}
