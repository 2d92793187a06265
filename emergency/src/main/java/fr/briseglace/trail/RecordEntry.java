package fr.briseglace.trail;

import fr.briseglace.notice.Recipient;
import java.util.List;

/**
 * A record on its way into the trail.
 *
 * @param record what happened
 * @param leaf its commitment
 * @param told whom the same commit puts a notice out for
 */
public record RecordEntry(AccessRecord record, Leaf leaf, List<Recipient> told) {
    /** Copies the list. */
    public RecordEntry {
        told = List.copyOf(told);
    }
}
