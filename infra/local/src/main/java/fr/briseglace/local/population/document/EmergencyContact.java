package fr.briseglace.local.population.document;

import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import java.util.List;

/**
 * The person to call in an emergency, the same in all documents of a patient.
 *
 * @param given given name
 * @param family family name
 * @param relation what they are to the patient
 * @param phone number in international form, of those kept for fiction
 */
public record EmergencyContact(String given, String family, Code relation, String phone) {
    private static final List<String> GIVEN = List.of("Dominique", "Claude", "Camille", "Maxence", "Sacha", "Andréa");
    private static final List<Code> RELATIONS = List.of(
            new Code("SPS", "Conjoint", CodeSystem.ROLE_CODE),
            new Code("SIB", "Frère ou sœur", CodeSystem.ROLE_CODE),
            new Code("NBOR", "Voisin", CodeSystem.ROLE_CODE));

    /** Somebody of that family name. */
    public static EmergencyContact of(String family, Dice dice) {
        return new EmergencyContact(
                dice.pick(GIVEN), family, dice.pick(RELATIONS), "+3363998" + dice.between(1_000, 9_999));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "EmergencyContact[…]";
    }
}
