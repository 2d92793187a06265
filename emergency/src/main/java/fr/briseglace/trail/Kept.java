package fr.briseglace.trail;

import java.util.UUID;

/** What the store has of a record: all of it, or its place alone. */
public sealed interface Kept permits KeptRecord, Tombstone {
    /** Which record. */
    UUID recordId();

    /** Whose; {@link AccessRecord#NO_PATIENT} where none is known. */
    UUID patientId();

    /** Its hash in the log, 32 bytes. */
    byte[] leafHash();
}
