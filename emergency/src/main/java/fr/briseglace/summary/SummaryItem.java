package fr.briseglace.summary;

import java.time.Instant;
import java.util.List;

/**
 * One fact of a summary, or one version of it where sources contradict each other.
 *
 * @param id {@code i1}, {@code i2} … in the order shown
 * @param fact which fact it is: versions of the same fact share the number
 * @param item what the sources say, put together
 * @param sources ids of the sources, newest first, at least one
 * @param newest when the newest of them was written
 * @param conflict whether other versions of the fact exist that contradict this one
 */
public record SummaryItem(
        String id, int fact, ClinicalItem item, List<String> sources, Instant newest, boolean conflict) {
    /** Copies the list; there is no item without a source. */
    public SummaryItem {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("an item needs a source");
        }
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "SummaryItem[…]";
    }
}
