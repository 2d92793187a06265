package fr.briseglace.summary;

import java.util.List;

/**
 * A section of a summary.
 *
 * @param state what is known of it as a whole
 * @param items its facts, those that hold and the newest first; empty unless the state is recorded
 */
public record Section(SectionState state, List<SummaryItem> items) {
    /** Copies the list; items and state must fit. */
    public Section {
        items = List.copyOf(items);
        if ((state == SectionState.RECORDED) == items.isEmpty()) {
            throw new IllegalArgumentException("a section is recorded if and only if it has items");
        }
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Section[" + state + "]";
    }
}
