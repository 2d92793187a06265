package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import fr.briseglace.trail.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a patient.
 *
 * @param found the snapshot and where it was found; null where the store knows no such patient
 * @param tried the record that the store, being away, may have taken without saying so; nobody can say then whether the
 *     snapshot still holds. Null while the store can be asked
 */
public record Sighting(
        @Nullable Cached<Snapshot> found, @Nullable RecordEntry tried) {
    /** No such patient, says the store. */
    public static final Sighting NOBODY = new Sighting(null);

    /** Found while the store can be asked. */
    public Sighting(@Nullable Cached<Snapshot> found) {
        this(found, null);
    }

    /** Whether the store is away. */
    boolean degraded() {
        return tried != null;
    }

    Sighting withoutStore(RecordEntry unanswered) {
        return new Sighting(found, unanswered);
    }
}
