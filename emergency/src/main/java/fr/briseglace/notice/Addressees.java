package fr.briseglace.notice;

import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Whom to tell of something, by when it happens: mandates end and minors come of age at midnight, while nothing of what
 * was read of the patient changes. Pure.
 *
 * @param turns who is told from each moment on, in their order
 */
public record Addressees(List<Turn> turns) {
    /** Nobody, ever. */
    public static final Addressees NOBODY = new Addressees(List.of());

    /**
     * Those who are told, until the next turn.
     *
     * @param from since when, whole seconds; the first turn also holds before
     * @param told whom
     */
    public record Turn(Instant from, List<Recipient> told) {
        /** Copies the list. */
        public Turn {
            told = List.copyOf(told);
        }
    }

    /** Copies the list. */
    public Addressees {
        turns = List.copyOf(turns);
    }

    /**
     * Whom to tell from now on, as long as what is known of the patient holds.
     *
     * @param file the patient, with all who are in office now
     * @param whom tells of the patient, with those who are in office on a day in France, and of the day where the patient
     *     lives, who is told
     */
    public static Addressees of(
            PatientFile file, Instant now, BiFunction<PatientFile, LocalDate, List<Recipient>> whom) {
        ZoneId home = Residence.zone(file.contacts().postalAddress());
        List<Turn> turns = new ArrayList<>();
        for (Instant from : moments(file, now, home)) {
            List<Recipient> told = whom.apply(
                    file.representedOn(LocalDate.ofInstant(from, NoticeFacts.PARIS)), LocalDate.ofInstant(from, home));
            if (turns.isEmpty() || !turns.getLast().told().equals(told)) {
                turns.add(new Turn(from, told));
            }
        }
        return new Addressees(turns);
    }

    /** Now, and each midnight to come at which somebody else may be told. */
    private static SortedSet<Instant> moments(PatientFile file, Instant now, ZoneId home) {
        SortedSet<Instant> moments = new TreeSet<>();
        for (int age : Recipients.AGES) {
            moments.add(file.identity()
                    .birthDate()
                    .plusYears(age)
                    .atStartOfDay(home)
                    .toInstant());
        }
        for (Representative one : file.representatives()) {
            if (one.until() != null) {
                moments.add(
                        one.until().plusDays(1).atStartOfDay(NoticeFacts.PARIS).toInstant());
            }
        }
        moments.removeIf(moment -> !moment.isAfter(now));
        moments.add(now.truncatedTo(ChronoUnit.SECONDS));
        return moments;
    }

    /** Whom to tell of what happens then. */
    public List<Recipient> at(Instant moment) {
        List<Recipient> told = turns.isEmpty() ? List.of() : turns.getFirst().told();
        for (Turn turn : turns) {
            if (!turn.from().isAfter(moment)) {
                told = turn.told();
            }
        }
        return told;
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Addressees[" + turns.size() + "]";
    }
}
