package fr.briseglace.notice;

import fr.briseglace.law.AccessMode;
import java.time.Instant;
import java.time.ZoneId;

/**
 * All that a notice may say of an access; a document, a diagnosis, a reason or an INS has no place here.
 *
 * @param professional display name of the professional
 * @param role role word of the law, e.g. {@code doctor}
 * @param structure display name of the structure
 * @param mode the legal ground invoked
 * @param at when the access or attempt was recorded
 * @param refused whether it was refused, so that nothing was shown
 * @param language the patient's
 * @param zone the patient's
 */
public record NoticeFacts(
        String professional,
        String role,
        String structure,
        AccessMode mode,
        Instant at,
        boolean refused,
        Language language,
        ZoneId zone) {
    /** Where the law of this service is in force. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Puts each name on one line, free of control characters. */
    public NoticeFacts {
        professional = OneLine.of(professional);
        role = OneLine.of(role);
        structure = OneLine.of(structure);
    }

    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "NoticeFacts[" + mode + (refused ? ", refused]" : ", granted]");
    }
}
