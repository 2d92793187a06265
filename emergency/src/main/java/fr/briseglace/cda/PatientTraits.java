package fr.briseglace.cda;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traits of the patient as a document carries them.
 *
 * @param birthName family name at birth (qualifier {@code BR}, or the only one)
 * @param givenNames given names at birth, in order
 * @param usedName family name in use (qualifier {@code CL} or {@code SP})
 * @param birthDate null where absent or not a whole day
 * @param sex administrative sex, unknown where absent
 * @param birthPlace INSEE code
 */
public record PatientTraits(
        @Nullable String birthName,
        List<String> givenNames,
        @Nullable String usedName,
        @Nullable LocalDate birthDate,
        Sex sex,
        @Nullable String birthPlace) {
    /** Copies the list. */
    public PatientTraits {
        givenNames = List.copyOf(givenNames);
    }

    /** The identity these traits make, null where birth name, given name or birth date is missing. */
    public @Nullable PatientIdentity identity(IdentityStatus status) {
        if (birthName == null || givenNames.isEmpty() || birthDate == null) {
            return null;
        }
        return new PatientIdentity(birthName, givenNames, usedName, birthDate, sex, birthPlace, status);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PatientTraits[…]";
    }
}
