package fr.briseglace.trail;

import fr.briseglace.notice.Recipient;
import java.util.List;
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
}
