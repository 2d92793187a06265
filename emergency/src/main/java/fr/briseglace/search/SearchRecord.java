package fr.briseglace.search;

import fr.briseglace.law.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a search, for good: who, why, of what kind, and what came of it. What was typed is kept as a keyed
 * hash alone, for it may be about somebody who is no patient at all.
 *
 * @param id the search
 * @param at when, to the microsecond
 * @param request who asked and on which ground
 * @param queryHash keyed hash of the question: equal for equal questions, and says nothing else
 * @param refusal why it was refused; null where it was answered
 * @param matched how many patients matched
 * @param shown the patients whose identity was shown; empty where there were none or too many
 */
public record SearchRecord(
        UUID id,
        Instant at,
        SearchRequest request,
        String queryHash,
        @Nullable Refusal refusal,
        int matched,
        List<UUID> shown) {
    /** Copies the list. */
    public SearchRecord {
        shown = List.copyOf(shown);
    }
}
