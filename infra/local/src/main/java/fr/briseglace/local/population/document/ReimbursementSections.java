package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import fr.briseglace.local.population.health.Drug;
import fr.briseglace.local.population.health.Health.Treatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the health insurance reimbursed in twenty-four months: drugs, stays, acts. */
final class ReimbursementSections {
    private static final String CLINIC = "Clinique des Quatre Vents";
    private static final Code STAY =
            new Code("IMP", "Hospitalisation (établissement, y compris HAD)", CodeSystem.ACT_CODE);
    private static final List<Code> ACTS = List.of(
            new Code("G", "CONSULTATION MEDECINE GENERALE", CodeSystem.INSURER_ACTS),
            new Code("CS", "CONSULTATION SPECIALISTE", CodeSystem.INSURER_ACTS),
            new Code("1104", "HEMOGRAMME Y COMPRIS PLAQUETTES", CodeSystem.INSURER_BIOLOGY),
            new Code("592", "SANG : CREATININE", CodeSystem.INSURER_BIOLOGY),
            new Code("552", "SANG : GLUCOSE (GLYCEMIE)", CodeSystem.INSURER_BIOLOGY),
            new Code("1208", "T.S.H. (SANG)", CodeSystem.INSURER_BIOLOGY));

    private ReimbursementSections() {}

    static void usage(Page page, Frame frame) {
        page.section(
                SectionKind.COMMENT,
                "Avertissement",
                Narrative.paragraph(
                        "avertissement",
                        "Relevé établi d'après les feuilles de soins reçues ; un soin non présenté au remboursement"
                                + " n'y figure pas."),
                () -> {});
    }

    static void drugs(Page page, Frame frame) {
        List<Treatment> current = frame.health().current();
        if (current.isEmpty()) {
            return;
        }
        LocalDate delivered = frame.day().minusDays(page.dice().between(3, 50));
        Narrative narrative = Narrative.table("Délivré le", "Médicament", "Quantité");
        for (int i = 0; i < current.size(); i++) {
            narrative.row(
                    cell(Times.french(delivered)),
                    cell("remb-med-" + i, label(current.get(i).drug())),
                    cell("1"));
        }
        page.section(SectionKind.TREATMENTS, "Médicaments remboursés", narrative, () -> {
            for (int i = 0; i < current.size(); i++) {
                drug(page, current.get(i).drug(), delivered, i);
            }
        });
    }

    static void stays(Page page, Frame frame) {
        if (frame.health().acts().isEmpty()) {
            return;
        }
        LocalDate from = frame.day().minusDays(page.dice().between(60, 600));
        LocalDate until = from.plusDays(page.dice().between(1, 9));
        Narrative narrative = Narrative.table("Entrée", "Sortie", "Séjour")
                .row(cell(Times.french(from)), cell(Times.french(until)), cell("remb-sejour", "Séjour à la " + CLINIC));
        page.section(SectionKind.STAYS, "Hospitalisations", narrative, () -> {
            Xml xml = page.xml();
            xml.open("entry").open("encounter", "classCode", "ENC", "moodCode", "EVN");
            page.templates("2.16.840.1.113883.10.20.1.21", "1.3.6.1.4.1.19376.1.5.3.1.4.14", "1.2.250.1.213.1.1.3.58");
            page.id();
            page.coded("code", STAY);
            page.text("remb-sejour");
            page.since(from, until);
            xml.open("performer", "typeCode", "PRF").open("assignedEntity").leaf("id", "nullFlavor", "UNK");
            xml.open("representedOrganization").text("name", CLINIC);
            xml.close().close().close().close().close();
        });
    }

    static void acts(Page page, Frame frame) {
        LocalDate day = frame.day().minusDays(page.dice().between(5, 200));
        Narrative narrative = Narrative.table("Date", "Code", "Libellé");
        for (int i = 0; i < ACTS.size(); i++) {
            narrative.row(
                    cell(Times.french(day.minusDays(i))),
                    cell(ACTS.get(i).code()),
                    cell("remb-acte-" + i, ACTS.get(i).display()));
        }
        page.section(SectionKind.CARE_ACTS, "Soins et analyses", narrative, () -> {
            for (int i = 0; i < ACTS.size(); i++) {
                page.xml().open("entry").open("procedure", "classCode", "PROC", "moodCode", "EVN");
                page.templates(
                        "2.16.840.1.113883.10.20.1.29", "1.3.6.1.4.1.19376.1.5.3.1.4.19", "1.2.250.1.213.1.1.3.62");
                page.id();
                page.coded("code", ACTS.get(i));
                page.text("remb-acte-" + i);
                page.status("completed");
                page.on(day.minusDays(i));
                page.xml().close().close();
            }
        });
    }

    private static void drug(Page page, Drug drug, LocalDate delivered, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.24",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7",
                "1.2.250.1.213.1.1.3.42",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7.1");
        page.id();
        page.text("remb-med-" + rank);
        page.status("completed");
        xml.open("consumable").open("manufacturedProduct");
        page.templates("2.16.840.1.113883.10.20.1.53", "1.2.250.1.213.1.1.3.43");
        xml.open("manufacturedMaterial").open("code");
        page.originalText("remb-med-" + rank);
        page.coded("translation", new Code(drug.cip().code(), label(drug), CodeSystem.INSURER_DRUGS));
        xml.close().text("name", label(drug)).close().close().close();
        xml.open("entryRelationship", "typeCode", "REFR", "inversionInd", "false");
        xml.open("supply", "classCode", "SPLY", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.34", "1.3.6.1.4.1.19376.1.5.3.1.4.7.3", "1.2.250.1.213.1.1.3.44");
        page.id();
        xml.leaf("quantity", "value", "1");
        xml.open("performer", "typeCode", "PRF").leaf("time", "value", Times.hl7(delivered));
        xml.open("assignedEntity").leaf("id", "nullFlavor", "UNK");
        xml.open("representedOrganization")
                .text("name", Signatory.PHARMACY.place().name());
        xml.close().close().close().close().close().close().close();
    }

    /** A brand as the insurance writes it: in capitals, without its form. */
    private static String label(Drug drug) {
        return drug.brand().split(", ", 2)[0].toUpperCase(Locale.ROOT);
    }
}
