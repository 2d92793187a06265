package fr.briseglace.trail;

import fr.briseglace.notice.Recipient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the trail.
 *
 * @param record what happened
 * @param leaf its commitment
 * @param told whom the same commit puts a notice out for
 * @param key by what a repetition is known; null where the caller gave none
 */
public record RecordEntry(
        AccessRecord record,
        Leaf leaf,
        List<Recipient> told,
        @Nullable RepeatKey key) {
    /** Copies the list. */
    public RecordEntry {
        told = List.copyOf(told);
    }

    /** Whether it is a look of which nobody is told, and which is known by no key. */
    public boolean plainLook() {
        return record.kind().look() && told.isEmpty() && key == null;
    }

    /**
     * The same through the window of another access: an opening becomes a look, of which nobody is told apart. Its
     * identifier, time and salt stay, and its leaf follows from what it says now.
     */
    public RecordEntry through(UUID window) {
        boolean opening = record.kind() == RecordKind.OPENED;
        AccessRecord through = new AccessRecord(
                record.recordId(),
                record.at(),
                opening ? RecordKind.READ : record.kind(),
                window,
                record.patientId(),
                record.mode(),
                record.caller(),
                record.caseId(),
                record.reason(),
                record.subject(),
                record.refusal(),
                record.recordVersion(),
                null,
                record.degraded());
        return new RecordEntry(through, Leaf.of(leaf.salt(), through), opening ? List.of() : told, key);
    }
}
