package fr.briseglace.local.population.health;

import java.util.Locale;

/**
 * A drug by its French brand.
 *
 * @param number rank among ours, which its made-up CIS and CIP codes derive from
 * @param brand brand, strength and form
 * @param substance substance (DCI)
 * @param atc ATC class
 * @param dosage how it is taken
 */
public record Drug(int number, String brand, String substance, String atc, String dosage) {
    private static final int EAN_BASE = 10;

    /** Speciality code: eight digits as in the national drug base, in a range that names no real product. */
    public Code cis() {
        return new Code(String.format(Locale.ROOT, "6999%04d", number), brand, CodeSystem.CIS);
    }

    /** Pack code: thirteen digits with their EAN key, in a range that names no real product. */
    public Code cip() {
        String body = String.format(Locale.ROOT, "340099%06d", number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return new Code(body + (EAN_BASE - sum % EAN_BASE) % EAN_BASE, brand, CodeSystem.CIP);
    }

    /** Class by anatomy, therapy and chemistry. */
    public Code atcCode() {
        return new Code(atc, substance, CodeSystem.ATC);
    }
}
