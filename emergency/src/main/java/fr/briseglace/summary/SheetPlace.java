package fr.briseglace.summary;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sections in the order in which a doctor in a hurry reads them, and how each is laid out on the sheet. */
enum SheetPlace {
    ALLERGIES(SectionKind.ALLERGIES, "Allergies", "aucune", 10),
    TREATMENTS(SectionKind.TREATMENTS, "Traitements", "aucun", 16),
    IMPLANTS(SectionKind.IMPLANTS, "Implants et dispositifs", "aucun", 8),
    DIRECTIVES(SectionKind.DIRECTIVES, "Directives anticipées", "aucune", 4),
    PROBLEMS(SectionKind.PROBLEMS, "Problèmes en cours", "aucun", 12),
    ALERTS(SectionKind.ALERTS, "Points de vigilance", "aucun", 8),
    PREGNANCY(SectionKind.PREGNANCY, "Grossesse", "aucune", 3),
    BLOOD_GROUP(SectionKind.BLOOD_GROUP, "Groupe sanguin", "aucun", 2),
    HISTORY(SectionKind.HISTORY, "Antécédents", "aucun", 6),
    CONTACTS(SectionKind.CONTACTS, "Personnes à joindre", "aucune", 3),
    PROCEDURES(SectionKind.PROCEDURES, "Interventions et actes", "aucun", 3),
    RESULTS(SectionKind.RESULTS, "Résultats d’examens", "aucun", 4),
    VITAL_SIGNS(SectionKind.VITAL_SIGNS, "Constantes", "aucune", 4),
    FUNCTIONAL_STATUS(SectionKind.FUNCTIONAL_STATUS, "Autonomie et handicaps", "aucun", 4),
    HOSPITALISATIONS(SectionKind.HOSPITALISATIONS, "Hospitalisations", "aucune", 2),
    DISPENSATIONS(SectionKind.DISPENSATIONS, "Délivrances", "aucune", 3),
    LIFESTYLE(SectionKind.LIFESTYLE, "Mode de vie", "aucun", 3),
    VACCINATIONS(SectionKind.VACCINATIONS, "Vaccinations", "aucune", 2),
    FAMILY_HISTORY(SectionKind.FAMILY_HISTORY, "Antécédents familiaux", "aucun", 2),
    OCCUPATIONAL(SectionKind.OCCUPATIONAL, "Risques professionnels", "aucun", 1),
    CARE_PLAN(SectionKind.CARE_PLAN, "Soins prévus et annexes", "aucun", 1),
    ORGAN_DONATION(SectionKind.ORGAN_DONATION, "Don d’organes", "aucune volonté", 1);

    private static final Map<SectionKind, SheetPlace> BY_KIND =
            Arrays.stream(values()).collect(Collectors.toMap(SheetPlace::kind, Function.identity()));

    private final SectionKind kind;
    private final String title;
    private final String none;
    private final int first;

    SheetPlace(SectionKind kind, String title, String none, int first) {
        this.kind = kind;
        this.title = title;
        this.none = none;
        this.first = first;
    }

    /** Where a section is. */
    static SheetPlace of(SectionKind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), "every section has a place");
    }

    SectionKind kind() {
        return kind;
    }

    /** The heading. */
    String title() {
        return title;
    }

    /** "None" in the gender of the heading. */
    String none() {
        return none;
    }

    /** How many facts are placed before a less urgent section gets more than its own first ones. */
    int first() {
        return first;
    }

    /** Whether each fact has a row of its own and the section is named even where the record is silent. */
    boolean urgent() {
        return compareTo(PREGNANCY) <= 0;
    }
}
