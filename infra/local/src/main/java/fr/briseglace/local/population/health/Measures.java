package fr.briseglace.local.population.health;

import fr.briseglace.local.population.chance.Dice;
import fr.briseglace.local.population.health.Health.Measure;
import java.time.LocalDate;
import java.util.List;

/** What is weighed, counted and analysed. */
final class Measures {
    private static final int GROWN = 18;

    private static final List<Analysis> PANEL = Table.of(
            """
            718-7 | Hémoglobine [Masse/Volume] Sang | g/dL | 90 | 160 | 10 | 12.0 | 16.0
            777-3 | Plaquettes [Nombre/Volume] Sang | 10*9/L | 120 | 420 | 1 | 150 | 400
            6690-2 | Leucocytes [Nombre/Volume] Sang | 10*9/L | 30 | 120 | 10 | 4.0 | 10.0
            2160-0 | Créatinine [Masse/Volume] Sérum/Plasma | mg/L | 50 | 160 | 10 | 6.0 | 12.0
            2951-2 | Sodium [Moles/Volume] Sérum/Plasma | mmol/L | 132 | 146 | 1 | 136 | 145
            2823-3 | Potassium [Moles/Volume] Sérum/Plasma | mmol/L | 32 | 55 | 10 | 3.5 | 5.0
            1988-5 | Protéine C réactive [Masse/Volume] Sérum/Plasma | mg/L | 0 | 300 | 10 | 0.0 | 6.0
            2345-7 | Glucose [Masse/Volume] Sérum/Plasma | g/L | 60 | 190 | 100 | 0.70 | 1.10
            4548-4 | Hémoglobine glyquée / Hémoglobine totale Sang | % | 45 | 92 | 10 | 4.0 | 6.0
            3016-3 | Thyréostimuline [Unités/Volume] Sérum/Plasma | m[IU]/L | 2 | 60 | 10 | 0.3 | 4.2
            6301-6 | INR Plasma pauvre en plaquettes | {INR} | 10 | 38 | 10 | 0.8 | 1.2
            """,
            row -> new Analysis(
                    Code.loinc(row.text(0), row.text(1)),
                    row.text(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    row.text(6),
                    row.text(7)));

    private Measures() {}

    /** Weight, height, blood pressure and pulse. */
    static List<Measure> vitals(Dice dice, int age, LocalDate day) {
        int height = age < GROWN ? 52 + age * 7 : dice.between(150, 192);
        int weight = age < GROWN ? 4 + age * 3 : dice.between(45, 110);
        return List.of(
                measure("29463-7", "Poids", weight, "kg", day),
                measure("8302-2", "Taille", height, "cm", day),
                measure("8480-6", "Pression artérielle systolique", dice.between(100, 165), "mm[Hg]", day),
                measure("8462-4", "Pression artérielle diastolique", dice.between(55, 98), "mm[Hg]", day),
                measure("8867-4", "Fréquence cardiaque", dice.between(50, 105), "/min", day));
    }

    /** Tobacco and alcohol of an adult. */
    static List<Measure> habits(Dice dice, int age, LocalDate day) {
        if (age < GROWN) {
            return List.of();
        }
        int packYears = dice.permille(250) ? dice.between(1, 40) : 0;
        return List.of(
                measure("74011-8", "Consommation tabagique", packYears, "{pack}/a", day),
                measure(
                        "74013-4",
                        "Consommation d'alcool",
                        dice.permille(400) ? dice.between(1, 3) : 0,
                        "{drink}/d",
                        day));
    }

    /** Some analyses of one day, with their usual ranges. */
    static List<Measure> results(Dice dice, LocalDate day) {
        return dice.pick(PANEL, dice.between(5, PANEL.size())).stream()
                .map(analysis -> analysis.drawn(dice, day))
                .toList();
    }

    private static Measure measure(String loinc, String label, int value, String unit, LocalDate day) {
        return new Measure(Code.loinc(loinc, label), Integer.toString(value), unit, day, null, null);
    }

    /** An analysis; least and most are divided by the divisor to give a value. */
    private record Analysis(Code code, String unit, int least, int most, int divisor, String low, String high) {
        Measure drawn(Dice dice, LocalDate day) {
            int value = dice.between(least, most);
            String written = divisor == 1 ? Integer.toString(value) : Double.toString((double) value / divisor);
            return new Measure(code, written, unit, day, low, high);
        }
    }
}
