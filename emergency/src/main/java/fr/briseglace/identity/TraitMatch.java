package fr.briseglace.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a patient fits the traits somebody gave: a score from 0 (another person) to 1 (every trait given is the
 * patient's own). Nothing is guessed: twins and homonyms each have their score, and whoever asks tells them apart.
 *
 * <p>The score is a product: family name in use instead of the birth name 0.9; another given name than the first, or a part of one, 0.95;
 * day and month exchanged 0.8; one typing error 0.8, in the family name or in the given name, never in both; another
 * name in use than the one given 0.7. Sex and birth place exclude where both sides know them and differ, and say nothing
 * otherwise. Apart from the exchange a birth date is never corrected: the dates one digit away would find dozens of
 * homonyms of every common name.
 */
public final class TraitMatch {
    /** Another person. */
    public static final double NONE = 0;

    private static final double IN_USE = 0.9;
    private static final double NOT_FIRST = 0.95;
    private static final double EXCHANGED = 0.8;
    private static final double MISTYPED = 0.8;
    private static final double OTHER_IN_USE = 0.7;

    private TraitMatch() {}

    /** The score of a patient, 0 to 1, in hundredths. */
    public static double score(Traits asked, PatientIdentity patient) {
        double rest = birthDate(asked, patient.birthDate()) * usedName(asked, patient);
        if (rest == NONE || excluded(asked, patient)) {
            return NONE;
        }
        Closeness family = family(asked.birthName(), patient);
        Closeness given = givenName(asked.givenName(), patient.givenNames());
        return Math.round(100 * rest * family.with(given)) / 100.0;
    }

    /** How close a name is, and whether a typing error had to be forgiven for it. */
    private record Closeness(double value, boolean mistyped) {
        static final Closeness APART = new Closeness(NONE, false);

        static Closeness of(String asked, String known, double weight) {
            if (known.isEmpty()) {
                return APART;
            }
            if (asked.equals(known)) {
                return new Closeness(weight, false);
            }
            return TypingError.between(asked, known) ? new Closeness(weight * MISTYPED, true) : APART;
        }

        Closeness or(Closeness other) {
            return other.value > value ? other : this;
        }

        double with(Closeness other) {
            return mistyped && other.mistyped ? NONE : value * other.value;
        }
    }

    private static double birthDate(Traits asked, LocalDate known) {
        if (asked.birthDate().equals(known)) {
            return 1;
        }
        return asked.birthDates().contains(known) ? EXCHANGED : NONE;
    }

    private static boolean excluded(Traits asked, PatientIdentity patient) {
        boolean otherSex = known(asked.sex()) && known(patient.sex()) && asked.sex() != patient.sex();
        return otherSex || !BirthPlace.mayBeSame(asked.birthPlace(), patient.birthPlace());
    }

    private static boolean known(@Nullable Sex sex) {
        return sex != null && sex != Sex.U;
    }

    /** Few callers know which of two family names is the one at birth. */
    private static Closeness family(String asked, PatientIdentity patient) {
        String key = FoldedName.of(asked).key();
        Closeness atBirth = Closeness.of(key, FoldedName.of(patient.birthName()).key(), 1);
        return patient.usedName() == null
                ? atBirth
                : atBirth.or(Closeness.of(key, FoldedName.of(patient.usedName()).key(), IN_USE));
    }

    private static double usedName(Traits asked, PatientIdentity patient) {
        if (asked.usedName() == null || patient.usedName() == null) {
            return 1;
        }
        return family(asked.usedName(), patient).value == NONE ? OTHER_IN_USE : 1;
    }

    /** Whole words in a row among all given names: JEAN, JEAN PIERRE and PIERRE all are of JEAN-PIERRE MARIE. */
    private static Closeness givenName(String asked, List<String> known) {
        String key = FoldedName.of(asked).key();
        List<String> words = FoldedName.of(String.join(" ", known)).words();
        int first = FoldedName.of(known.get(0)).words().size();
        Closeness best = Closeness.APART;
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                String row = String.join("", words.subList(from, to));
                best = best.or(Closeness.of(key, row, from == 0 && to >= first ? 1 : NOT_FIRST));
            }
        }
        return best;
    }
}
