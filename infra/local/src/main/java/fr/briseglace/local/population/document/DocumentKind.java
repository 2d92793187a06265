package fr.briseglace.local.population.document;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import java.util.List;

/** The types of documents we write, with the models (CI-SIS volets) they follow. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of never change
public enum DocumentKind {
    /** The GP's medical summary (VSM). */
    VSM(
            new Code("SYNTH", "Synthèse", CodeSystem.DOCUMENT_TYPE),
            "Volet de synthèse médicale",
            "1.2.250.1.213.1.1.1.13",
            "201310"),
    /** The summary after the international one (IPS-FR). */
    SYNTHESIS(
            Code.loinc("60591-5", "Synthèse médicale"),
            "Synthèse médicale",
            "1.2.250.1.213.1.1.1.51",
            "2024.01",
            "2.16.840.1.113883.10.22.1.1"),
    /** The letter at the end of a stay in hospital. */
    DISCHARGE_LETTER(
            Code.loinc("11490-0", "Lettre de liaison à la sortie d'un établissement de soins"),
            "Lettre de liaison à la sortie",
            "1.2.250.1.213.1.1.1.29",
            "2022.01"),
    /** The vaccination record. */
    VACCINATION_RECORD(
            Code.loinc("11369-6", "Historique de vaccinations"),
            "Carnet de vaccination",
            "1.2.250.1.213.1.1.1.37",
            "2023.01",
            "1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2"),
    /** A laboratory report. */
    BIOLOGY_REPORT(
            Code.loinc("11502-2", "CR d'examens biologiques"),
            "Compte rendu de biologie médicale",
            "1.2.250.1.213.1.1.1.55",
            "2024.01",
            "1.3.6.1.4.1.19376.1.3.3"),
    /** What a pharmacy gave. */
    DISPENSATION(
            Code.loinc("60593-1", "Dispensation médicamenteuse"),
            "Dispensation en officine",
            "1.2.250.1.213.1.1.1.54",
            "2024.01",
            "1.3.6.1.4.1.19376.1.5.3.1.1.1",
            "1.3.6.1.4.1.19376.1.9.1.1.3"),
    /** A prescription of drugs. */
    PRESCRIPTION(
            Code.loinc("57833-6", "Prescription de produits de santé"),
            "Ordonnance de médicaments",
            "1.2.250.1.213.1.1.1.39",
            "2024.01",
            "1.3.6.1.4.1.19376.1.9.1.1.1",
            "1.3.6.1.4.1.19376.1.5.3.1.1.1"),
    /** What the health insurance reimbursed. */
    REIMBURSEMENTS(
            new Code("REMB", "Données de remboursement", CodeSystem.DOCUMENT_TYPE),
            "Historique de remboursement",
            "1.2.250.1.213.1.1.1.36",
            "2021.01"),
    /** The emergency sheet of a nursing home (DLU). */
    EMERGENCY_SHEET(
            Code.loinc("74207-2", "Dossier de liaison d'urgence"),
            "Document de liaison d'urgence",
            "1.2.250.1.213.1.1.1.22",
            "2022.01"),
    /** A scanned report: level 1, a PDF and nothing else. */
    SCAN(
            Code.loinc("11488-4", "CR ou fiche de consultation"),
            "Compte rendu de consultation numérisé",
            "1.3.6.1.4.1.19376.1.2.20",
            "");

    private final Code code;
    private final String title;
    private final String model;
    private final String modelVersion;
    private final List<String> templates;

    DocumentKind(Code code, String title, String model, String modelVersion, String... templates) {
        this.code = code;
        this.title = title;
        this.model = model;
        this.modelVersion = modelVersion;
        this.templates = List.of(templates);
    }

    Code code() {
        return code;
    }

    String title() {
        return title;
    }

    /** OID of the model. */
    String model() {
        return model;
    }

    /** Version of the model, empty where it has none. */
    String modelVersion() {
        return modelVersion;
    }

    /** Further templates the whole document conforms to. */
    List<String> templates() {
        return templates;
    }
}
