package fr.briseglace.search;

/** What came of tying or untying a provisional number. */
public enum TieOutcome {
    /** It is done, or was so already. */
    DONE("done"),
    /** The number is another patient's; it must be untied first, by somebody who knows why. */
    TAKEN("identity-ambiguous"),
    /** No such candidate, or no such tie. */
    NOT_FOUND("not-found"),
    /** The caller opens no records in an emergency, in either mode. */
    NOT_ENTITLED("not-entitled");

    private final String word;

    TieOutcome(String word) {
        this.word = word;
    }

    /** As written in records. */
    public String word() {
        return word;
    }
}
