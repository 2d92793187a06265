package fr.briseglace.local.population.person;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.local.population.chance.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the person of an index is. No two INS of a register are alike.
 *
 * @param seed of the whole population
 * @param today the day on which ages hold
 */
public record CivilRegister(long seed, LocalDate today) {
    /** How many persons a register can tell apart. */
    public static final int CAPACITY = Slot.CAPACITY;

    private static final int ADULT = 18;

    /** The person of an index, of an age between the two, both included. */
    public Person person(int index, int youngest, int oldest) {
        Slot slot = Slot.of(seed, index);
        Dice dice = Dice.of(seed, index, "person");
        int age = dice.between(youngest, oldest);
        LocalDate birthDate = birthDate(age, slot.month(), dice.between(1, 28));
        String birthName = dice.pick(Names.FAMILIES);
        return new Person(
                slot.ins(Slot.Bearer.SELF, slot.sex(), birthDate),
                birthName,
                givenNames(dice, slot.sex()),
                age < ADULT ? null : usedName(dice, slot.sex(), birthName),
                birthDate,
                slot.sex(),
                slot.place());
    }

    /** The twin of the person of an index: same birth name, date, place and sex, other given names. */
    public Person twin(Person sibling, int index) {
        Slot slot = Slot.of(seed, index);
        List<String> others = new ArrayList<>(names(sibling.sex()));
        others.removeAll(sibling.givenNames());
        return new Person(
                slot.ins(Slot.Bearer.TWIN, sibling.sex(), sibling.birthDate()),
                sibling.birthName(),
                Dice.of(seed, index, "twin").pick(others, 2),
                null,
                sibling.birthDate(),
                sibling.sex(),
                sibling.birthplace());
    }

    /** Somebody of the same names and birth date as another, at an index of their own, born elsewhere. */
    public Person homonym(Person namesake, int index) {
        Slot slot = Slot.of(seed, index);
        return new Person(
                slot.ins(Slot.Bearer.HOMONYM, namesake.sex(), namesake.birthDate()),
                namesake.birthName(),
                namesake.givenNames(),
                namesake.usedName(),
                namesake.birthDate(),
                namesake.sex(),
                slot.place());
    }

    /** The INS of the first representative of the person of an index, who is so many years old. */
    Ins representative(int index, int age) {
        Slot slot = Slot.of(seed, index);
        return slot.ins(Slot.Bearer.REPRESENTATIVE, slot.sex(), birthDate(age, slot.month(), 15));
    }

    private LocalDate birthDate(int age, int month, int day) {
        LocalDate birthday = LocalDate.of(today.getYear() - age, month, day);
        return birthday.plusYears(age).isAfter(today) ? birthday.minusYears(1) : birthday;
    }

    private static List<String> givenNames(Dice dice, Sex sex) {
        return dice.pick(names(sex), dice.permille(300) ? 1 : dice.permille(600) ? 2 : 3);
    }

    private static List<String> names(Sex sex) {
        return sex == Sex.F ? Names.WOMEN : Names.MEN;
    }

    private static @Nullable String usedName(Dice dice, Sex sex, String birthName) {
        if (!dice.permille(sex == Sex.F ? 450 : 30)) {
            return null;
        }
        String other = dice.pick(Names.FAMILIES);
        return dice.permille(200) ? birthName + "-" + other : other;
    }
}
