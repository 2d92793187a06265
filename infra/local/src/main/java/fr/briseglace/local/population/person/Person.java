package fr.briseglace.local.population.person;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic person as the civil register has them.
 *
 * @param ins identifier, of the test authority
 * @param birthName family name at birth
 * @param givenNames given names at birth, at least one
 * @param usedName the name the person goes by, null where it is the birth name
 * @param birthDate date of birth
 * @param sex administrative sex
 * @param birthplace where the person was born
 */
public record Person(
        Ins ins,
        String birthName,
        List<String> givenNames,
        @Nullable String usedName,
        LocalDate birthDate,
        Sex sex,
        Birthplace birthplace) {
    /** Copies the list. */
    public Person {
        givenNames = List.copyOf(givenNames);
    }

    /** Age in full years on a day. */
    public int age(LocalDate today) {
        return Period.between(birthDate, today).getYears();
    }

    /** The traits, as far trusted as given. */
    public PatientIdentity identity(IdentityStatus status) {
        return new PatientIdentity(birthName, givenNames, usedName, birthDate, sex, birthplace.insee(), status);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
