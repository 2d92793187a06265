package fr.briseglace.trail;

import java.time.Instant;
import java.util.UUID;

/**
 * What is left of a record that was erased: that there was one, and its leaf, so that the log stays as it is. What it said
 * and the salt are gone.
 *
 * @param recordId which
 * @param patientId whose
 * @param leafHash its hash in the log
 * @param erasedAt when it was erased
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are.
public record Tombstone(UUID recordId, UUID patientId, byte[] leafHash, Instant erasedAt) implements Kept {
    /** The word that stands where a record says what happened. */
    public static final String KIND = "erased";

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Tombstone[" + recordId + "]";
    }
}
