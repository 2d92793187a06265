package fr.briseglace.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traits of a patient: the five strict ones of the INS and the name in use.
 *
 * @param birthName family name on the birth certificate
 * @param givenNames given names on the birth certificate, at least one, in order
 * @param usedName the family name the person goes by, where it differs or is known
 * @param birthDate date of birth
 * @param sex administrative sex
 * @param birthPlace INSEE code of the commune, or {@code 99xxx} for a country; null where unknown
 * @param status whether the INS and the traits were validated together
 */
public record PatientIdentity(
        String birthName,
        List<String> givenNames,
        @Nullable String usedName,
        LocalDate birthDate,
        Sex sex,
        @Nullable String birthPlace,
        IdentityStatus status) {
    /** Copies the list; the birth name and at least one given name are required. */
    public PatientIdentity {
        givenNames = List.copyOf(givenNames);
        if (birthName.isBlank() || givenNames.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a birth name and a given name");
        }
    }

    /** Says nothing of the person: an identity must not reach a log by accident. */
    @Override
    public String toString() {
        return "PatientIdentity[…]";
    }
}
