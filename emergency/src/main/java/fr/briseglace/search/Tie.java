package fr.briseglace.search;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * A provisional number becomes a patient's.
 *
 * @param number the number
 * @param ins the patient
 * @param by who says so
 * @param at when
 */
public record Tie(ProvisionalNumber number, Ins ins, Caller by, Instant at) {
    /**
     * A provisional number is nobody's again.
     *
     * @param number the number
     * @param by who says so
     * @param at when
     */
    public record Undone(ProvisionalNumber number, Caller by, Instant at) {}

    /**
     * A tie, or its undoing, that was asked for in vain.
     *
     * @param id the refusal
     * @param number the number
     * @param why in vain
     * @param by who asked
     * @param at when
     */
    public record Refused(UUID id, ProvisionalNumber number, TieOutcome why, Caller by, Instant at) {}
}
