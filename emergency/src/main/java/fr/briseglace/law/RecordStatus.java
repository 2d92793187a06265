package fr.briseglace.law;

/** State of a patient's shared record (DMP). */
public enum RecordStatus {
    /** The patient is known but has no DMP. */
    NONE,
    /** There is a DMP and it is open. */
    OPEN,
    /** Closed: kept ten years, served to nobody (CSP R.1111-32). */
    CLOSED
}
