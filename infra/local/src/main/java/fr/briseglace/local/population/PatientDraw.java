package fr.briseglace.local.population;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.person.CivilRegister;
import fr.briseglace.local.population.person.Directory;
import fr.briseglace.local.population.person.Household;
import fr.briseglace.local.population.person.Person;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.patient.Representative;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the administrative side of patients, each by index and situation.
 *
 * @param register who they are
 * @param directory their GPs
 * @param blockable national ids of the professionals some of them blocked
 */
record PatientDraw(CivilRegister register, Directory directory, List<String> blockable) {
    private static final int YOUNGEST = 18;
    private static final int OLDEST = 97;

    PatientDraw {
        blockable = List.copyOf(blockable);
    }

    /** The patient of an index in that situation. */
    Patient patient(int index, Situation situation) {
        Person person = person(index, situation);
        Dice dice = Dice.of(register.seed(), index, "file");
        Practitioner gp = practitioner(situation, dice);
        PatientFile file = new PatientFile(
                person.ins(),
                person.identity(
                        situation == Situation.PROVISIONAL_IDENTITY
                                ? IdentityStatus.PROVISIONAL
                                : IdentityStatus.QUALIFIED),
                recordStatus(situation),
                situation == Situation.DECEASED,
                rights(index, situation, dice),
                contacts(index, person, situation, dice),
                situation == Situation.WARD,
                representatives(index, person, situation),
                gp == null ? null : gp.id());
        return new Patient(person, file, gp);
    }

    private Person person(int index, Situation situation) {
        return switch (situation) {
            case TWIN -> register.twin(ordinary(index - 1), index - 1);
            case HOMONYM -> register.homonym(ordinary(index - 1), index);
            case MINOR -> register.person(index, 1, 15);
            case MINOR_OVER_16, MINOR_OVER_16_WITH_CONTACTS, HIDDEN_FROM_REPRESENTATIVES ->
                register.person(index, 16, 17);
            case WARD, DECEASED, RESUSCITATION_REFUSED -> register.person(index, 70, OLDEST);
            case PREGNANT -> register.person(index, 19, 42);
            case CONTRADICTORY_DOCUMENTS -> register.person(index, 60, 85);
            default -> ordinary(index);
        };
    }

    private Person ordinary(int index) {
        return index == Situation.ORDINARY.index()
                ? register.person(index, 68, 76)
                : register.person(index, YOUNGEST, OLDEST);
    }

    private static RecordStatus recordStatus(Situation situation) {
        return switch (situation) {
            case NO_RECORD -> RecordStatus.NONE;
            case CLOSED_RECORD -> RecordStatus.CLOSED;
            default -> RecordStatus.OPEN;
        };
    }

    private PatientRights rights(int index, Situation situation, Dice dice) {
        return switch (situation) {
            case OPPOSED_TO_REGULATION -> new PatientRights(true, false, false, Set.of());
            case OPPOSED_TO_BREAK_GLASS -> new PatientRights(false, true, false, Set.of());
            case OPPOSED_TO_BOTH -> new PatientRights(true, true, false, Set.of());
            case MASKED_BUT_SHOWN -> new PatientRights(false, false, true, Set.of());
            case BLOCKED_PROFESSIONAL -> {
                int count = index == situation.index() ? blockable.size() : dice.between(1, 2);
                yield new PatientRights(false, false, false, Set.copyOf(dice.pick(blockable, count)));
            }
            default -> PatientRights.NONE;
        };
    }

    private Contacts contacts(int index, Person person, Situation situation, Dice dice) {
        return switch (situation) {
            case LETTER_ONLY, MINOR, MINOR_OVER_16, WARD -> Household.letterOnly(dice);
            default ->
                index == Situation.ORDINARY.index()
                        ? Household.everyWay(person, dice)
                        : Household.reachable(person, dice);
        };
    }

    private List<Representative> representatives(int index, Person person, Situation situation) {
        return switch (situation) {
            case MINOR, MINOR_OVER_16, MINOR_OVER_16_WITH_CONTACTS, HIDDEN_FROM_REPRESENTATIVES ->
                Household.parents(person, index, register);
            case WARD -> Household.guardian(index, register);
            default -> List.of();
        };
    }

    private @Nullable Practitioner practitioner(Situation situation, Dice dice) {
        return switch (situation) {
            case WITHOUT_GP -> null;
            case GP_WITHOUT_ADDRESS -> directory.unreachable(dice);
            case PATIENT_OF_EXAMPLE_GP -> directory.all().getFirst();
            default -> directory.reachable(dice);
        };
    }

    /** A person, their administrative file, and their GP where there is one. */
    record Patient(
            Person person, PatientFile file, @Nullable Practitioner gp) {}
}
