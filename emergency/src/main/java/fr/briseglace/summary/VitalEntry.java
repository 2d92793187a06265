package fr.briseglace.summary;

import java.util.List;

/**
 * An entry of the strip read first; adds nothing to the items it rests on.
 *
 * @param flag why it is vital
 * @param label in the items' words
 * @param items ids of the items, at least one
 */
public record VitalEntry(VitalFlag flag, String label, List<String> items) {
    /** Copies the list; rests on at least one item. */
    public VitalEntry {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a vital entry rests on items");
        }
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "VitalEntry[…]";
    }
}
