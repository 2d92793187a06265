package fr.briseglace.search;

import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a search, durably recorded either way. */
public sealed interface SearchOutcome {
    /**
     * It was answered.
     *
     * @param candidates best first, at most {@link PatientSearch#MOST_CANDIDATES}
     * @param matched how many patients matched, for quotas; never shown
     */
    record Found(List<Candidate> candidates, int matched) implements SearchOutcome {
        /** Copies the list. */
        public Found {
            candidates = List.copyOf(candidates);
        }

        /** Whether so many matched that none is shown. */
        public boolean truncated() {
            return matched > PatientSearch.MOST_CANDIDATES;
        }
    }

    /**
     * It was refused.
     *
     * @param id the recorded attempt
     * @param refusal why
     * @param patient what is wrong with a wrong identifier; null for any other refusal
     */
    record Refused(UUID id, Refusal refusal, @Nullable InsReading patient) implements SearchOutcome {}
}
