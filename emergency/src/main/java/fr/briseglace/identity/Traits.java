package fr.briseglace.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows of a person they look for. Family name, one given name and the birth date are the least that is
 * not vague; sex and birth place narrow.
 *
 * @param birthName family name at birth, or the one thought to be
 * @param usedName the family name the person goes by; null where not known
 * @param givenName any one given name, compound or not
 * @param birthDate date of birth, day and month possibly the wrong way round
 * @param sex null where not known
 * @param birthPlace INSEE code of the commune, or {@code 99xxx}; null where not known
 */
public record Traits(
        String birthName,
        @Nullable String usedName,
        String givenName,
        LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String birthPlace) {
    /** Names must leave something to compare. */
    public Traits {
        if (FoldedName.of(birthName).isEmpty() || FoldedName.of(givenName).isEmpty()) {
            throw new IllegalArgumentException("traits need a birth name and a given name");
        }
    }

    /** The dates the person may be born on: the one given, and with day and month exchanged where that is another. */
    public List<LocalDate> birthDates() {
        try {
            LocalDate swapped = LocalDate.of(birthDate.getYear(), birthDate.getDayOfMonth(), birthDate.getMonthValue());
            return swapped.equals(birthDate) ? List.of(birthDate) : List.of(birthDate, swapped);
        } catch (DateTimeException noSuchMonth) {
            return List.of(birthDate);
        }
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Traits[…]";
    }
}
