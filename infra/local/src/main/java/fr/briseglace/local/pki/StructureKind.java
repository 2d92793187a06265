package fr.briseglace.local.pki;

/** What a structure is to the gateway. */
public enum StructureKind {
    /** Receives the calls of centre 15. */
    SAMU("samu"),
    /** Has an emergency department. */
    HOSPITAL("hospital"),
    /** General practice. */
    PRACTICE("practice"),
    /** Occupational medicine, which the record is closed to (CSP L.1111-18). */
    OCCUPATIONAL("occupational"),
    /** The patients' own portal. */
    PORTAL("portal"),
    /** Reviews accesses. */
    OVERSIGHT("oversight"),
    /** Runs the service. */
    OPERATIONS("operations");

    private final String word;

    StructureKind(String word) {
        this.word = word;
    }

    /** The word for it in configuration and in the directory. */
    public String word() {
        return word;
    }
}
