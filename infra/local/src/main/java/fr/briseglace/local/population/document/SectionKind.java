package fr.briseglace.local.population.document;

import fr.briseglace.local.population.health.Code;
import java.util.List;

/** The sections of the field by LOINC code, each with the templates it conforms to. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of never change
enum SectionKind {
    PROBLEMS(
            "11450-4",
            "Liste des problèmes actifs",
            "2.16.840.1.113883.10.20.1.11",
            "1.3.6.1.4.1.19376.1.5.3.1.3.6",
            "1.2.250.1.213.1.1.2.132"),
    HISTORY("11348-0", "Antécédents médicaux", "1.3.6.1.4.1.19376.1.5.3.1.3.8", "1.2.250.1.213.1.1.2.134"),
    PROCEDURES(
            "47519-4",
            "Historique des actes",
            "2.16.840.1.113883.10.20.1.12",
            "1.3.6.1.4.1.19376.1.5.3.1.3.11",
            "1.3.6.1.4.1.19376.1.5.3.1.3.12",
            "1.2.250.1.213.1.1.2.136"),
    ALLERGIES(
            "48765-2",
            "Allergies et hypersensibilités",
            "2.16.840.1.113883.10.20.1.2",
            "1.3.6.1.4.1.19376.1.5.3.1.3.13",
            "1.2.250.1.213.1.1.2.137"),
    TREATMENTS(
            "10160-0",
            "Historique de la prise médicamenteuse",
            "2.16.840.1.113883.10.20.1.8",
            "1.3.6.1.4.1.19376.1.5.3.1.3.19",
            "1.2.250.1.213.1.1.2.143"),
    DISCHARGE_TREATMENTS(
            "10183-2", "Traitements à la sortie", "1.3.6.1.4.1.19376.1.5.3.1.3.22", "1.2.250.1.213.1.1.2.146"),
    DEVICES(
            "46264-8",
            "Dispositifs médicaux",
            "2.16.840.1.11383.10.20.1.7",
            "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.5",
            "1.2.250.1.213.1.1.2.1"),
    ALERTS("44944-7", "Autres alertes", "1.2.250.1.213.1.1.2.245"),
    VIGILANCE("30954-2", "Résultats d'examens", "1.3.6.1.4.1.19376.1.5.3.1.3.27", "1.2.250.1.213.1.1.2.150"),
    RESULTS("30954-2", "Résultats d'examens", "1.2.250.1.213.1.1.2.244"),
    DIRECTIVES(
            "42348-3",
            "Directives anticipées",
            "2.16.840.1.113883.10.20.1.1",
            "1.3.6.1.4.1.19376.1.5.3.1.3.34",
            "1.3.6.1.4.1.19376.1.5.3.1.3.35",
            "1.2.250.1.213.1.1.2.157"),
    PREGNANCIES("10162-6", "Historique des grossesses", "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.4", "1.2.250.1.213.1.1.2.77"),
    VACCINATIONS(
            "11369-6",
            "Historique des vaccinations",
            "2.16.840.1.113883.10.20.1.6",
            "1.3.6.1.4.1.19376.1.5.3.1.3.23",
            "1.2.250.1.213.1.1.2.147"),
    VITAL_SIGNS(
            "8716-3",
            "Signes vitaux",
            "2.16.840.1.113883.10.20.1.16",
            "1.3.6.1.4.1.19376.1.5.3.1.3.25",
            "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.2",
            "1.2.250.1.213.1.1.2.75"),
    FUNCTIONAL_STATUS(
            "47420-5", "Évaluation du statut fonctionnel", "2.16.840.1.113883.10.22.3.8", "1.2.250.1.213.1.1.2.246"),
    LIFESTYLE(
            "29762-2",
            "Habitus, Mode de vie",
            "2.16.840.1.113883.10.20.1.15",
            "1.3.6.1.4.1.19376.1.5.3.1.3.16",
            "1.3.6.1.4.1.19376.1.5.3.1.3.16.1",
            "1.2.250.1.213.1.1.2.141"),
    OCCUPATIONAL(
            "10161-8",
            "Facteurs de risques professionnels",
            "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.1",
            "1.2.250.1.213.1.1.2.74"),
    FAMILY_HISTORY(
            "10157-6",
            "Historique des pathologies familiales",
            "2.16.840.1.113883.10.20.1.4",
            "1.3.6.1.4.1.19376.1.5.3.1.3.14",
            "1.3.6.1.4.1.19376.1.5.3.1.3.15",
            "1.2.250.1.213.1.1.2.139"),
    CARE_PLAN(
            "18776-5",
            "Plan de soins",
            "2.16.840.1.113883.10.20.1.10",
            "1.3.6.1.4.1.19376.1.5.3.1.3.36",
            "1.2.250.1.213.1.1.2.158"),
    OBSERVED_EVENTS(
            "42545-4",
            "Évènements observés",
            "1.3.6.1.4.1.19376.1.5.3.1.1.21.2.9",
            "1.3.6.1.4.1.19376.1.7.3.1.1.13.7",
            "1.2.250.1.213.1.1.2.163"),
    REASON("42349-1", "Raison de la recommandation", "1.3.6.1.4.1.19376.1.5.3.1.3.1", "1.2.250.1.213.1.1.2.127"),
    STAYS(
            "46240-8",
            "Historique des rencontres",
            "2.16.840.1.113883.10.20.1.3",
            "1.3.6.1.4.1.19376.1.5.3.1.1.5.3.3",
            "1.2.250.1.213.1.1.2.76"),
    CARE_ACTS("29554-3", "Actes", "1.3.6.1.4.1.19376.1.5.3.1.1.13.2.11", "1.2.250.1.213.1.1.2.118"),
    COMMENT(
            "55112-7",
            "Commentaire",
            "2.16.840.1.113883.10.12.201",
            "1.3.6.1.4.1.19376.1.4.1.2.16",
            "1.2.250.1.213.1.1.2.73"),
    DISPENSED(
            "60590-7",
            "Médicaments délivrés",
            "1.3.6.1.4.1.19376.1.9.1.2.3",
            "2.16.840.1.113883.10.20.1.8",
            "1.2.250.1.213.1.1.2.236"),
    PRESCRIBED("57828-6", "Prescriptions", "1.3.6.1.4.1.19376.1.9.1.2.1", "1.2.250.1.213.1.1.2.171"),
    BIOCHEMISTRY("18719-5", "Biochimie", "1.3.6.1.4.1.19376.1.3.3.2.1", "1.2.250.1.213.1.1.2.70"),
    BIOCHEMISTRY_RESULTS("18719-5", "Biochimie", "1.3.6.1.4.1.19376.1.3.3.2.2", "1.2.250.1.213.1.1.2.71"),
    VSM_CONCLUSIONS("46612-8", "Conclusions de synthèse", "1.2.250.1.213.1.1.2.29"),
    VSM_PHYSICAL("34117-2", "Historique et physique", "1.2.250.1.213.1.1.2.30"),
    VSM_RISKS("57207-3", "Facteurs de risque", "1.2.250.1.213.1.1.2.31"),
    VSM_TREATMENT_PLAN("18776-5", "Plan de traitement", "1.2.250.1.213.1.1.2.32");

    private final Code code;
    private final List<String> templates;

    SectionKind(String loinc, String display, String... templates) {
        this.code = Code.loinc(loinc, display);
        this.templates = List.of(templates);
    }

    Code code() {
        return code;
    }

    List<String> templates() {
        return templates;
    }
}
