package fr.briseglace.trail;

/** What happened. */
public enum RecordKind {
    /** A window on a record was opened. */
    OPENED("opened"),
    /** An access was refused; an attempt is an offence in itself (CSP L.1110-4 V). */
    REFUSED("refused"),
    /** Something was read inside an open window. */
    READ("read");

    private final String word;

    RecordKind(String word) {
        this.word = word;
    }

    /** The kind as stored and encoded. */
    public String word() {
        return word;
    }
}
