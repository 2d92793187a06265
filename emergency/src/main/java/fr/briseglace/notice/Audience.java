package fr.briseglace.notice;

import java.time.LocalDate;
import java.util.UUID;

/** Who reads a notice, and so how far it may name the patient. */
public sealed interface Audience {

    /** The patient, in their secure mailbox or by letter. */
    record Holder() implements Audience {}

    /**
     * A legal representative, who may have several children.
     *
     * @param givenName the patient's first given name, the only thing said of them
     */
    record Guardian(String givenName) implements Audience {
        /** Puts the name on one line. */
        public Guardian {
            givenName = OneLine.of(givenName);
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Guardian[…]";
        }
    }

    /**
     * The GP in a secure mailbox, who must know whom it is about.
     *
     * @param birthName the patient's birth name
     * @param givenName the patient's first given name
     * @param birthDate the patient's date of birth
     */
    record Practice(String birthName, String givenName, LocalDate birthDate) implements Audience {
        /** Puts the names on one line. */
        public Practice {
            birthName = OneLine.of(birthName);
            givenName = OneLine.of(givenName);
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Practice[…]";
        }
    }

    /**
     * The privacy officer, told by reference only.
     *
     * @param reference id of the record to review
     */
    record Oversight(UUID reference) implements Audience {}

    /** Whoever may look over a shoulder: an ordinary mailbox or a telephone. Learns only that a notice awaits. */
    record Anybody() implements Audience {}
}
