package fr.briseglace.local.population.person;

import fr.briseglace.local.NationalId;
import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.patient.Practitioner;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The GPs of a population: one named by an example of the field, the rest made up. One in {@value #WITHOUT_MAIL} has no
 * secure mail yet.
 */
public final class Directory {
    /** National id of the GP in the public example documents. */
    public static final String EXAMPLE = "801234567897";

    private static final int SIZE = 120;
    private static final int WITHOUT_MAIL = 12;
    private static final String DOMAIN = "@medecin.mssante.fr";

    private final List<Practitioner> all;
    private final List<Practitioner> withMail;
    private final List<Practitioner> withoutMail;

    private Directory(List<Practitioner> all) {
        this.all = all;
        this.withMail =
                all.stream().skip(1).filter(gp -> gp.secureMail() != null).toList();
        this.withoutMail = all.stream().filter(gp -> gp.secureMail() == null).toList();
    }

    /** The directory of a population's seed. */
    public static Directory of(long seed) {
        Practitioner example = new Practitioner(EXAMPLE, "Dr Claire Aubrac", "claire.aubrac" + DOMAIN);
        return new Directory(
                Stream.concat(Stream.of(example), IntStream.range(1, SIZE).mapToObj(i -> madeUp(seed, i)))
                        .toList());
    }

    /** All of them, the example first. */
    public List<Practitioner> all() {
        return all;
    }

    /** One who can be told, and who is not the example. */
    public Practitioner reachable(Dice dice) {
        return dice.pick(withMail);
    }

    /** One who has no secure mail yet. */
    public Practitioner unreachable(Dice dice) {
        return dice.pick(withoutMail);
    }

    private static Practitioner madeUp(long seed, int index) {
        Dice dice = Dice.of(seed, index, "practitioner");
        String given = dice.pick(dice.permille(500) ? Names.WOMEN : Names.MEN);
        String family = dice.pick(Names.FAMILIES);
        boolean mail = index % WITHOUT_MAIL != 0;
        return new Practitioner(
                NationalId.of(1_990_000_000L + index),
                "Dr " + given + " " + family,
                mail ? Household.mailbox(given, family) + index + DOMAIN : null);
    }
}
