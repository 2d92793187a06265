package fr.briseglace.announce;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is remembered of a message.
 *
 * @param hash keyed hash of the case's identifier
 * @param at when the message came
 * @param patients of the case
 */
public record AnnouncedCase(String hash, Instant at, List<Patient> patients) {
    /**
     * A patient of the case.
     *
     * @param hash keyed hash of the case's identifier for the patient
     * @param known who that may be; empty where nobody known is
     */
    public record Patient(String hash, Set<UUID> known) {
        /** Copies the set. */
        public Patient {
            known = Set.copyOf(known);
        }
    }

    /** Copies the list. */
    public AnnouncedCase {
        patients = List.copyOf(patients);
    }
}
