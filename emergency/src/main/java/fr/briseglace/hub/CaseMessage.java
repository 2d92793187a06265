package fr.briseglace.hub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message about a case: its creation (RS-EDA), an update (RS-EDA-MAJ) or a link to its documents (RS-URL), bare or in
 * its EDXL-DE envelope.
 *
 * @param kind which of the three
 * @param caseId the case
 * @param sender client id of the sender, from the envelope; null where there is none
 * @param announces whether this is about something that happens: false for an exercise, and for what is withdrawn
 * @param patients those it names, in its order
 */
public record CaseMessage(
        Kind kind, CaseId caseId, @Nullable String sender, boolean announces, List<CasePatient> patients)
        implements HubReading {
    /** Largest message, in bytes. */
    public static final int LARGEST = 64 * 1024;

    /** Kinds of messages about cases. */
    public enum Kind {
        /** RS-EDA. */
        CREATION("createCaseHealth"),
        /** RS-EDA-MAJ. */
        UPDATE("createCaseHealthUpdate"),
        /** RS-URL. */
        LINK("documentLink");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        /** The member that a message of this kind is in. */
        String member() {
            return member;
        }
    }

    /** Copies the list. */
    public CaseMessage {
        patients = List.copyOf(patients);
    }

    /**
     * Reads a message. Members that it does not look at may be anything; those that it does must be as the standard
     * describes them.
     *
     * @param bytes UTF-8
     */
    public static HubReading read(byte[] bytes) {
        return bytes.length > LARGEST ? HubFault.SIZE : EnvelopeReader.read(bytes);
    }

    /** Says nothing of the case. */
    @Override
    public String toString() {
        return "CaseMessage[" + kind + "]";
    }
}
