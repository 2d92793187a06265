package fr.briseglace.search;

/** What came of tying or untying a provisional number. */
public enum TieOutcome {
    /** It is done, or was so already. */
    DONE,
    /** The number is another patient's; it must be untied first, by somebody who knows why. */
    TAKEN,
    /** No such candidate, or no such tie. */
    NOT_FOUND,
    /** The caller opens no records in an emergency, in either mode. */
    NOT_ENTITLED
}
