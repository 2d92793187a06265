package fr.briseglace.trail;

/** What happened. */
public enum RecordKind {
    /** A window on a record was opened. */
    OPENED("opened"),
    /** An access was refused; an attempt is an offence in itself (CSP L.1110-4 V). */
    REFUSED("refused"),
    /** The summary was read again inside an open window. */
    READ("read"),
    /** The documents were listed inside an open window. */
    LISTED("listed"),
    /** A document was fetched inside an open window. */
    FETCHED("fetched"),
    /** A document that is none, or not for these eyes, was asked for inside an open window. */
    SOUGHT("sought"),
    /** The case was offered to a colleague. */
    HANDED_OVER("handed-over"),
    /** The window was closed before its end. */
    CLOSED("closed"),
    /** The privacy officer judged what was to be reviewed. */
    REVIEWED("reviewed"),
    /** The privacy officer was shown what is to be reviewed. */
    QUEUE_READ("queue-read");

    private final String word;

    RecordKind(String word) {
        this.word = word;
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static RecordKind of(String word) {
        for (RecordKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of record");
    }

    /** Whether it is oversight's own: it need rest on no mode, and is no access to a record. */
    public boolean oversight() {
        return this == REVIEWED || this == QUEUE_READ;
    }

    /** Whether it is done through an open window, and leaves that open. */
    public boolean look() {
        return switch (this) {
            case READ, LISTED, FETCHED, SOUGHT, HANDED_OVER -> true;
            case OPENED, REFUSED, CLOSED, REVIEWED, QUEUE_READ -> false;
        };
    }

    /** The kind as stored and encoded. */
    public String word() {
        return word;
    }
}
