package fr.briseglace.store;

import java.util.UUID;

/** What came of depositing a document. */
public sealed interface Deposit {
    /** It is in the record now. */
    record Accepted(UUID patientId, UUID documentId) implements Deposit {}

    /** The very same document was there already; nothing changed. */
    record AlreadyThere() implements Deposit {}

    /**
     * It cannot be taken; nothing changed.
     *
     * @param fault names what is wrong, never what was in the document
     */
    record Rejected(String fault) implements Deposit {}
}
