package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a patient.
 *
 * @param found the snapshot and where it was found; null where the store knows no such patient
 */
public record Sighting(@Nullable Cached<Snapshot> found) {
    /** No such patient, says the store. */
    public static final Sighting NOBODY = new Sighting(null);
}
