package fr.briseglace.trail;

import java.util.UUID;

/**
 * A record as it was kept: all that its leaf was made of.
 *
 * @param record what happened
 * @param salt under which it was committed to
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are.
public record KeptRecord(AccessRecord record, byte[] salt) implements Kept {
    @Override
    public UUID recordId() {
        return record.recordId();
    }

    @Override
    public UUID patientId() {
        return record.patientId();
    }

    @Override
    public byte[] leafHash() {
        return leaf().hash();
    }

    /** The leaf that follows from it; the log must have the same. */
    public Leaf leaf() {
        return Leaf.of(salt, record);
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return record.toString();
    }
}
