package fr.briseglace.oversight;

import java.time.Duration;

/**
 * From where on something is a pattern. The texts are silent; these are ours.
 *
 * @param patients distinct patients whose records one professional opens in an hour
 * @param professionals distinct professionals who open one patient's record in an hour
 * @param refusals attempts of one professional that fail in an hour
 * @param ambiguousSearches searches of one professional in an hour that find several patients
 * @param caseGrace how long the hub may take to announce a case that was opened already
 * @param term by when a review is due
 */
public record Thresholds(
        int patients, int professionals, int refusals, int ambiguousSearches, Duration caseGrace, Duration term) {
    /** What counts unless somebody says otherwise. */
    public static final Thresholds DEFAULT = new Thresholds(20, 5, 5, 5, Duration.ofMinutes(30), Duration.ofDays(7));
}
