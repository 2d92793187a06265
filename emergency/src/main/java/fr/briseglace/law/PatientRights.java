package fr.briseglace.law;

import java.util.Set;

/**
 * What a patient decided about emergency access.
 *
 * @param regulationOpposed opposed to {@link AccessMode#CENTRE_15} (DMP {@code OPPOSITION_ACCES_URGENCE})
 * @param breakGlassOpposed opposed to {@link AccessMode#BRIS_DE_GLACE} (DMP {@code OPPOSITION_BRIS_DE_GLACE})
 * @param maskedInEmergency consents that masked documents show in an emergency (Mon espace santé purpose MASKED)
 * @param blocked national ids (8 + RPPS) of professionals who may not see the record (CSP R.1111-41)
 */
public record PatientRights(
        boolean regulationOpposed, boolean breakGlassOpposed, boolean maskedInEmergency, Set<String> blocked) {
    /** No opposition, no block, masked documents stay masked. */
    public static final PatientRights NONE = new PatientRights(false, false, false, Set.of());

    /** Copies the set. Consent to show what is masked is given with one to a mode, and ends with the last of them. */
    public PatientRights {
        maskedInEmergency = maskedInEmergency && !(regulationOpposed && breakGlassOpposed);
        blocked = Set.copyOf(blocked);
    }

    /** Whether this patient opposed that mode; the other mode's opposition does not count. */
    public boolean opposes(AccessMode mode) {
        return switch (mode) {
            case CENTRE_15 -> regulationOpposed;
            case BRIS_DE_GLACE -> breakGlassOpposed;
        };
    }
}
