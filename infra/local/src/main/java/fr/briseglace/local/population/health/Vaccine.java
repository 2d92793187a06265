package fr.briseglace.local.population.health;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vaccine and when it is given.
 *
 * @param drug the vaccine
 * @param target what it protects from
 * @param ageInMonths age at the first dose
 * @param booster how many years lie between doses; 0 for a single one
 */
record Vaccine(Drug drug, String target, int ageInMonths, int booster) {
    /** Codes of vaccines stand apart from those of the formulary. */
    private static final int FIRST_NUMBER = 500;

    /** The usual ones, from the first age on. */
    static final List<Vaccine> ALL = read("""
            INFANRIX HEXA, poudre et suspension injectables | J07CA09 \
                | diphtérie, tétanos, coqueluche, hépatite B, poliomyélite, Haemophilus | 2 | 0
            PREVENAR 13, suspension injectable | J07AL02 | pneumocoque | 2 | 0
            PRIORIX, poudre et solvant pour solution injectable | J07BD52 | rougeole, oreillons, rubéole | 12 | 0
            NIMENRIX, poudre et solvant | J07AH08 | méningocoques A, C, W, Y | 12 | 0
            REVAXIS, suspension injectable | J07CA01 | diphtérie, tétanos, poliomyélite | 300 | 20
            GARDASIL 9, suspension injectable | J07BM03 | papillomavirus humains | 144 | 0
            VAXIGRIPTETRA, suspension injectable | J07BB02 | grippe | 780 | 1
            COMIRNATY, dispersion à diluer | J07BN01 | COVID-19 | 216 | 2
            """);

    private static List<Vaccine> read(String table) {
        AtomicInteger number = new AtomicInteger(FIRST_NUMBER);
        return Table.of(
                table,
                row -> new Vaccine(
                        new Drug(number.incrementAndGet(), row.text(0), row.text(2), row.text(1), "1 dose"),
                        row.text(2),
                        row.number(3),
                        row.number(4)));
    }
}
