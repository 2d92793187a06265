package fr.briseglace.announce;

/** What came of asking for a link. */
public enum LinkOutcome {
    /** The case is known, and the patient is one of its. */
    KNOWN,
    /** Nobody announced such a case, or not with that patient, or too long ago. */
    NOT_FOUND,
    /** Neither a doctor nor an assistant of a regulation centre. */
    NOT_ENTITLED
}
