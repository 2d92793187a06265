package fr.briseglace.hub;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Traits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of one patient of its case. Often nothing but that there is one.
 *
 * @param id by which the case means the patient
 * @param matricule the national identifier; the hub does not say who assigned it, so that its authority is
 *     {@link Ins#NIR} whatever it may be. Null where there is none, or one whose key is wrong
 * @param bracelets numbers of SINUS bracelets, as written
 * @param traits null where names or birth date are missing
 */
public record CasePatient(
        CasePatientId id,
        @Nullable Ins matricule,
        List<String> bracelets,
        @Nullable Traits traits) {
    /** Copies the list. */
    public CasePatient {
        bracelets = List.copyOf(bracelets);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "CasePatient[…]";
    }
}
