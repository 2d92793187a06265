package fr.briseglace.local.population.person;

import fr.briseglace.identity.Sex;
import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.Representative;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How a synthetic person and those who answer for them are reached. */
public final class Household {
    private static final String DOMAIN = "@exemple.fr";

    private Household() {}

    /** Address lines, from the name's next line to the country. */
    public static List<String> address(Dice dice) {
        String street = dice.between(1, 180) + " " + dice.pick(Streets.STREETS);
        return List.of(street, dice.pick(Streets.TOWNS), "France");
    }

    /** A secure mailbox for most, then mail, then a mobile; everybody of these can be reached electronically. */
    public static Contacts reachable(Person person, Dice dice) {
        return reachable(person.givenNames().getFirst(), person.birthName(), dice);
    }

    /** Secure mailbox, mail, mobile and address. */
    public static Contacts everyWay(Person person, Dice dice) {
        return new Contacts(
                true,
                mailbox(person.givenNames().getFirst(), person.birthName()) + DOMAIN,
                mobile(dice),
                address(dice));
    }

    /** A postal address and nothing else. */
    public static Contacts letterOnly(Dice dice) {
        return new Contacts(false, null, null, address(dice));
    }

    /** The two parents of a minor; the first has an INS and can be reached, the second may not be. */
    public static List<Representative> parents(Person minor, int index, CivilRegister register) {
        Dice dice = Dice.of(register.seed(), index, "parents");
        int age = minor.age(register.today()) + dice.between(20, 38);
        Representative first = representative(
                minor.birthName(), Slot.of(register.seed(), index).sex(), index, age, register);
        String given = dice.pick(dice.permille(500) ? Names.WOMEN : Names.MEN);
        Contacts contacts = dice.permille(700) ? reachable(given, minor.birthName(), dice) : letterOnly(dice);
        return dice.permille(150)
                ? List.of(first)
                : List.of(first, new Representative(given + " " + minor.birthName(), null, contacts));
    }

    /** The guardian of an adult ward: one person, who can be reached. */
    public static List<Representative> guardian(int index, CivilRegister register) {
        Dice dice = Dice.of(register.seed(), index, "guardian");
        return List.of(representative(
                dice.pick(Names.FAMILIES),
                Slot.of(register.seed(), index).sex(),
                index,
                dice.between(30, 65),
                register));
    }

    private static Representative representative(String family, Sex sex, int index, int age, CivilRegister register) {
        Dice dice = Dice.of(register.seed(), index, "representative");
        String given = dice.pick(sex == Sex.F ? Names.WOMEN : Names.MEN);
        return new Representative(
                given + " " + family, register.representative(index, age), reachable(given, family, dice));
    }

    private static Contacts reachable(String given, String family, Dice dice) {
        boolean secureMailbox = dice.permille(650);
        boolean mail = !secureMailbox || dice.permille(600);
        String mobile = dice.permille(700) ? mobile(dice) : null;
        return new Contacts(secureMailbox, mail ? mailbox(given, family) + DOMAIN : null, mobile, address(dice));
    }

    /** A number between 06 39 98 00 00 and 99 99, which the numbering plan of ARCEP keeps for fiction. */
    private static String mobile(Dice dice) {
        return String.format(Locale.ROOT, "+3363998%04d", dice.between(0, 9_999));
    }

    /** The local part of a mail address: no accent, no space, lower case. */
    static String mailbox(String given, String family) {
        return Normalizer.normalize(given + "." + family, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("ı", "i")
                .replaceAll("[^a-z.-]", "");
    }
}
