package fr.briseglace.local.population.health;

import java.util.List;

/**
 * What somebody may be allergic to, and how it showed.
 *
 * @param kind the kind of allergy
 * @param agent the substance
 * @param reaction what happened
 * @param severity how bad it was
 */
record Allergen(Code kind, Code agent, Code reaction, Code severity) {
    private static final Code DRUG = Code.snomed("416098002", "allergie médicamenteuse");
    private static final Code FOOD = Code.snomed("414285001", "allergie alimentaire");
    private static final Code OTHER = Code.snomed("426232007", "allergie environnementale");
    private static final Code SEVERE = Code.snomed("24484000", "sévère");
    private static final Code MODERATE = Code.snomed("6736007", "modéré");
    private static final Code MILD = Code.snomed("255604002", "léger");
    private static final Code SHOCK = Code.cim10("T78.2", "Choc anaphylactique, sans précision");
    private static final Code HIVES = Code.cim10("L50.0", "Urticaire allergique");
    private static final Code OEDEMA = Code.cim10("T78.3", "Œdème angioneurotique");
    private static final Code RASH = Code.cim10("L27.0", "Éruption généralisée due à des médicaments");

    /** All of them, the first for the patient everybody looks at. */
    static final List<Allergen> ALL = List.of(
            new Allergen(DRUG, atc("J01CA04", "amoxicilline"), SHOCK, SEVERE),
            new Allergen(DRUG, atc("J01CA04", "amoxicilline"), HIVES, MODERATE),
            new Allergen(DRUG, atc("N02BA01", "acide acétylsalicylique"), OEDEMA, MODERATE),
            new Allergen(DRUG, atc("M01AE01", "ibuprofène"), HIVES, MILD),
            new Allergen(DRUG, atc("J01EE01", "sulfaméthoxazole et triméthoprime"), RASH, MODERATE),
            new Allergen(DRUG, atc("V08AB05", "iopromide"), SHOCK, SEVERE),
            new Allergen(DRUG, atc("N02AA59", "codéine en association"), RASH, MILD),
            new Allergen(FOOD, Code.snomed("762952008", "arachide"), OEDEMA, SEVERE),
            new Allergen(FOOD, Code.snomed("102263004", "œuf"), HIVES, MILD),
            new Allergen(OTHER, Code.snomed("111088007", "latex"), HIVES, MODERATE),
            new Allergen(OTHER, Code.snomed("288328004", "venin d'abeille"), SHOCK, SEVERE));

    private static Code atc(String code, String substance) {
        return new Code(code, substance, CodeSystem.ATC);
    }
}
