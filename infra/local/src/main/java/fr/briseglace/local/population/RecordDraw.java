package fr.briseglace.local.population;

import fr.briseglace.law.RecordStatus;
import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.document.CdaWriter;
import fr.briseglace.local.population.document.DocumentKind;
import fr.briseglace.local.population.document.EmergencyContact;
import fr.briseglace.local.population.document.Frame;
import fr.briseglace.local.population.health.Health;
import fr.briseglace.local.population.health.HealthDraw;
import fr.briseglace.local.population.person.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws the record of a patient: one to four documents that say what is true of one health, each in its way. */
final class RecordDraw {
    private static final int OLD = 80;
    private static final int MOST_DOCUMENTS = 4;
    private static final int MOST_DAYS_BETWEEN = 90;
    /** So that no document tells of a pregnancy that had not begun. */
    private static final int SHORTLY_BETWEEN = 20;

    private final long seed;
    private final LocalDate today;

    RecordDraw(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** The documents of the patient of an index in that situation, oldest first. */
    List<SyntheticDocument> documents(int index, Situation situation, PatientDraw.Patient patient) {
        if (patient.file().recordStatus() == RecordStatus.NONE) {
            return List.of();
        }
        Dice dice = Dice.of(seed, index, "record");
        int age = patient.person().age(today);
        int between = dice.between(5, situation == Situation.PREGNANT ? SHORTLY_BETWEEN : MOST_DAYS_BETWEEN);
        LocalDate first = today.minusDays(dice.between(1, 25) + (long) between * (MOST_DOCUMENTS - 1));
        Health health = health(index, situation, patient.person(), first);
        List<DocumentKind> kinds = kinds(index, situation, health, age, dice);
        EmergencyContact contact = EmergencyContact.of(patient.person().birthName(), dice);
        List<SyntheticDocument> documents = new ArrayList<>(kinds.size());
        for (int rank = 0; rank < kinds.size(); rank++) {
            boolean last = rank == kinds.size() - 1;
            boolean replacing = last && situation == Situation.REPLACED_VERSION;
            LocalDate day = first.plusDays((long) between * rank);
            Frame frame = new Frame(
                    kinds.get(rank),
                    patient.person(),
                    patient.file(),
                    patient.gp(),
                    contact,
                    last && situation == Situation.CONTRADICTORY_DOCUMENTS ? health.stopped(day) : health,
                    day,
                    Dice.of(seed, index, "set" + (replacing ? rank - 1 : rank)).oid(),
                    replacing ? 2 : 1);
            documents.add(document(CdaWriter.write(frame, Dice.of(seed, index, "document" + rank)), last, situation));
        }
        return documents;
    }

    private static SyntheticDocument document(byte[] cda, boolean last, Situation situation) {
        return new SyntheticDocument(
                cda,
                last && (situation == Situation.MASKED_DOCUMENT || situation == Situation.MASKED_BUT_SHOWN),
                last && situation == Situation.HIDDEN_FROM_PATIENT,
                last && situation == Situation.HIDDEN_FROM_REPRESENTATIVES);
    }

    private Health health(int index, Situation situation, Person person, LocalDate day) {
        Dice dice = Dice.of(seed, index, "health");
        if (index == Situation.ORDINARY.index() || situation == Situation.CONTRADICTORY_DOCUMENTS) {
            return HealthDraw.example(dice, person.birthDate(), person.sex(), day);
        }
        Health health = HealthDraw.of(dice, person.birthDate(), person.sex(), day);
        return switch (situation) {
            case RESUSCITATION_REFUSED -> health.withDirectives(HealthDraw.directives(dice, false, day));
            case PREGNANT -> health.pregnantUntil(today.plusDays(dice.between(10, 170)));
            case NO_KNOWN_ALLERGY -> health.withAllergies(List.of());
            default -> health;
        };
    }

    private static List<DocumentKind> kinds(int index, Situation situation, Health health, int age, Dice dice) {
        if (index == Situation.ORDINARY.index()) {
            return List.of(
                    DocumentKind.SYNTHESIS,
                    DocumentKind.DISCHARGE_LETTER,
                    DocumentKind.REIMBURSEMENTS,
                    DocumentKind.DISPENSATION);
        }
        return switch (situation) {
            case CONTRADICTORY_DOCUMENTS -> List.of(DocumentKind.SYNTHESIS, DocumentKind.VSM);
            case REPLACED_VERSION -> List.of(DocumentKind.BIOLOGY_REPORT, DocumentKind.VSM, DocumentKind.VSM);
            case RESUSCITATION_REFUSED, PREGNANT, NO_KNOWN_ALLERGY ->
                List.of(DocumentKind.SYNTHESIS, DocumentKind.BIOLOGY_REPORT);
            case MASKED_DOCUMENT, MASKED_BUT_SHOWN, HIDDEN_FROM_PATIENT, HIDDEN_FROM_REPRESENTATIVES ->
                List.of(DocumentKind.VSM, DocumentKind.DISCHARGE_LETTER);
            default -> usual(health, age, dice);
        };
    }

    /** One document in a third of records, two in a third, three or four in the others; two on the average. */
    private static List<DocumentKind> usual(Health health, int age, Dice dice) {
        Set<DocumentKind> possible = EnumSet.of(
                DocumentKind.DISCHARGE_LETTER,
                DocumentKind.VACCINATION_RECORD,
                DocumentKind.BIOLOGY_REPORT,
                DocumentKind.REIMBURSEMENTS,
                DocumentKind.SCAN);
        if (!health.current().isEmpty()) {
            possible.add(DocumentKind.DISPENSATION);
            possible.add(DocumentKind.PRESCRIPTION);
        }
        int further = dice.permille(350) ? 0 : dice.permille(540) ? 1 : dice.permille(660) ? 2 : 3;
        List<DocumentKind> kinds = new ArrayList<>();
        kinds.add(summary(age, dice));
        kinds.addAll(dice.pick(List.copyOf(possible), further));
        return kinds;
    }

    private static DocumentKind summary(int age, Dice dice) {
        if (age >= OLD && dice.permille(300)) {
            return DocumentKind.EMERGENCY_SHEET;
        }
        return dice.permille(500) ? DocumentKind.VSM : DocumentKind.SYNTHESIS;
    }
}
