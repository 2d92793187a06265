package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a patient.
 *
 * @param found the snapshot and where it was found; null where the store knows no such patient
 * @param degraded whether the store is away, so that nobody can say whether it still holds
 */
public record Sighting(@Nullable Cached<Snapshot> found, boolean degraded) {
    /** No such patient, says the store. */
    public static final Sighting NOBODY = new Sighting(null);

    /** Found while the store can be asked. */
    public Sighting(@Nullable Cached<Snapshot> found) {
        this(found, false);
    }

    Sighting withoutStore() {
        return new Sighting(found, true);
    }
}
