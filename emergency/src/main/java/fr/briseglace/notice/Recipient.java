package fr.briseglace.notice;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be told of an access, and where.
 *
 * @param kind what they are to the patient
 * @param name display name, as on a letter; null where it is unknown or must not be kept
 * @param channel how they are reached
 * @param address mail address, mobile number or address lines of a letter; null while none is known
 */
public record Recipient(
        Kind kind,
        @Nullable String name,
        Channel channel,
        @Nullable String address) {

    /** What a recipient is to the patient. */
    public enum Kind {
        /** The holder of the record. */
        PATIENT("patient"),
        /** A legal representative of a minor or ward. */
        REPRESENTATIVE("representative"),
        /** The GP (médecin traitant). */
        GP("gp"),
        /** The privacy officer (DPO) who reviews accesses. */
        PRIVACY_OFFICER("privacy-officer");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word of the outbox. */
        public String code() {
            return code;
        }

        /**
         * The kind of a code.
         *
         * @throws IllegalArgumentException where there is none
         */
        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such recipient");
        }
    }

    /** Whether the notice has to wait until an address is known. */
    public boolean awaitsAddress() {
        return address == null;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Recipient[" + kind + ", " + channel + "]";
    }
}
