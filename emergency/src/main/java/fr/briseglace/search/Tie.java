package fr.briseglace.search;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import java.time.Instant;

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
}
