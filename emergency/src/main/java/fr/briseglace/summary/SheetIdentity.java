package fr.briseglace.summary;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The header that says whose sheet it is and how far that can be trusted. */
final class SheetIdentity {
    private static final int LONGEST = 44;
    /** Width of the page in letters of the size of the name, as if they were body text; heights of lines. */
    private static final double NAME_WIDTH = 92;

    private static final double NAME_LINE = 6.6;
    private static final double TRAITS_LINE = 4.4;

    private SheetIdentity() {}

    /** How much more of the page it takes than most people's, millimetres. */
    static double excess(PatientIdentity identity) {
        String name = identity.birthName() + " " + String.join(" ", identity.givenNames());
        int lines = Print.lines(Print.cut(name, 2 * LONGEST), NAME_WIDTH) - 1;
        boolean secondLine = identity.usedName() != null && identity.usedName().length() > LONGEST / 2;
        return lines * NAME_LINE + (secondLine ? TRAITS_LINE : 0);
    }

    static void write(Markup html, Ins ins, PatientIdentity identity, LocalDate today) {
        html.open("header", "class", "patient").open("h1");
        html.element("b", Print.cut(identity.birthName(), LONGEST)).text(" ");
        html.text(Print.cut(String.join(" ", identity.givenNames()), LONGEST)).close();
        html.open("p");
        if (identity.usedName() != null) {
            html.text("Nom utilisé : ")
                    .element("b", Print.cut(identity.usedName(), LONGEST))
                    .text(" · ");
        }
        html.element("b", sex(identity) + ", " + age(identity, today)).text(" · ");
        html.text(born(identity) + " le ").element("b", SheetWords.day(identity.birthDate()));
        if (identity.birthPlace() != null) {
            html.text(" (lieu INSEE " + Print.cut(identity.birthPlace(), LONGEST) + ")");
        }
        html.close().open("p");
        html.text("INS ").element("b", spaced(ins.value())).text(" · " + authority(ins) + " · ");
        html.element("strong", trust(identity)).close().closeLine();
    }

    private static String sex(PatientIdentity identity) {
        return switch (identity.sex()) {
            case F -> "Femme";
            case M -> "Homme";
            case U -> "Sexe inconnu";
        };
    }

    private static String born(PatientIdentity identity) {
        return switch (identity.sex()) {
            case F -> "née";
            case M -> "né";
            case U -> "né(e)";
        };
    }

    private static String age(PatientIdentity identity, LocalDate today) {
        long years = ChronoUnit.YEARS.between(identity.birthDate(), today);
        long months = ChronoUnit.MONTHS.between(identity.birthDate(), today);
        if (years >= 3) {
            return years + " ans";
        }
        return months >= 1 ? months + " mois" : ChronoUnit.DAYS.between(identity.birthDate(), today) + " jours";
    }

    /** As on the health card: sex, year, month, department, commune, order, key. */
    private static String spaced(String ins) {
        return String.join(
                " ",
                ins.substring(0, 1),
                ins.substring(1, 3),
                ins.substring(3, 5),
                ins.substring(5, 7),
                ins.substring(7, 10),
                ins.substring(10, 13),
                ins.substring(13));
    }

    private static String authority(Ins ins) {
        return switch (ins.oid()) {
            case Ins.NIR -> "NIR";
            case Ins.NIA -> "NIA";
            case Ins.TEST -> "identité de test";
            default -> "identité de démonstration";
        };
    }

    private static String trust(PatientIdentity identity) {
        return switch (identity.status()) {
            case QUALIFIED -> "Identité qualifiée";
            case PROVISIONAL -> "Identité provisoire : à vérifier";
        };
    }
}
