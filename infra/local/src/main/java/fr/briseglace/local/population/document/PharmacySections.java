package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import fr.briseglace.local.population.health.Health.Treatment;
import java.util.List;

/** Drugs on their way from the prescription to the patient. */
final class PharmacySections {
    private static final Code DRUG = new Code("DRUG", "Médicament", CodeSystem.ACT_CODE);
    /** A prescription of this kind lasts so many days. */
    private static final int DAYS = 90;

    private PharmacySections() {}

    /** Prescribed from the day of the document on. */
    static void prescribed(Page page, Frame frame) {
        write(page, SectionKind.PRESCRIBED, "Médicaments prescrits", frame, PharmacySections::prescription);
    }

    /** Given on the day of the document. */
    static void dispensed(Page page, Frame frame) {
        write(page, SectionKind.DISPENSED, "Médicaments délivrés", frame, PharmacySections::supply);
    }

    private static void write(Page page, SectionKind kind, String title, Frame frame, Entry entry) {
        List<Treatment> current = frame.health().current();
        Narrative narrative = Narrative.table("Médicament", "Posologie", "Date");
        for (int i = 0; i < current.size(); i++) {
            narrative.row(
                    cell("med-" + i, current.get(i).drug().brand()),
                    cell("med-posologie-" + i, current.get(i).drug().dosage()),
                    cell(Times.french(frame.day())));
        }
        page.section(kind, title, narrative, () -> {
            for (int i = 0; i < current.size(); i++) {
                entry.write(page, frame, current.get(i), i);
            }
        });
    }

    private static void prescription(Page page, Frame frame, Treatment treatment, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("substanceAdministration", "classCode", "SBADM", "moodCode", "INT");
        page.templates(
                "2.16.840.1.113883.10.20.1.24",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7",
                "1.3.6.1.4.1.19376.1.9.1.3.2",
                "1.2.250.1.213.1.1.3.83",
                "1.3.6.1.4.1.19376.1.9.1.3.6",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7.1");
        page.id();
        page.coded("code", DRUG);
        page.text("med-posologie-" + rank);
        page.status("completed");
        page.since(frame.day(), frame.day().plusDays(DAYS));
        DrugProduct.consumable(page, treatment.drug(), "med-" + rank);
        xml.close().close();
    }

    private static void supply(Page page, Frame frame, Treatment treatment, int rank) {
        Xml xml = page.xml();
        xml.open("entry").open("supply", "classCode", "SPLY", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.34",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7.3",
                "1.3.6.1.4.1.19376.1.9.1.3.4",
                "1.2.250.1.213.1.1.3.204");
        page.id();
        page.text("med-" + rank);
        page.on(frame.day());
        xml.leaf("quantity", "value", Integer.toString(page.dice().between(1, 3)), "unit", "30009000");
        DrugProduct.product(page, treatment.drug(), "med-" + rank);
        instruction(page, "med-posologie-" + rank);
        xml.close().close();
    }

    private static void instruction(Page page, String reference) {
        Xml xml = page.xml();
        xml.open("entryRelationship", "typeCode", "SUBJ", "inversionInd", "true");
        xml.open("act", "classCode", "ACT", "moodCode", "INT");
        page.templates("2.16.840.1.113883.10.20.1.49", "1.3.6.1.4.1.19376.1.5.3.1.4.3", "1.2.250.1.213.1.1.3.33");
        xml.leaf("code", "code", "PINSTRUCT", "codeSystem", "1.3.6.1.4.1.19376.1.5.3.2");
        page.text(reference);
        page.status("completed");
        xml.close().close();
    }

    /** Writes the entry of one drug. */
    private interface Entry {
        void write(Page page, Frame frame, Treatment treatment, int rank);
    }
}
