package fr.briseglace.law;

/** In what relation somebody reads a patient's journal, which decides what may be named in it. */
public enum JournalReader {
    /** The patient: never a document that awaits its announcement. */
    HOLDER,
    /** A legal representative: nor a document that is kept from representatives. */
    REPRESENTATIVE,
    /** The GP: never that a document was read which the patient masked, for that would tell of it. */
    GP
}
