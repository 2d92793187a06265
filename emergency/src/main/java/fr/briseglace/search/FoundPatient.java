package fr.briseglace.search;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import java.util.UUID;

/**
 * A patient that the store found.
 *
 * @param patientId the patient
 * @param ins identifier, which no answer to a search shows
 * @param identity traits
 */
public record FoundPatient(UUID patientId, Ins ins, PatientIdentity identity) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "FoundPatient[…]";
    }
}
