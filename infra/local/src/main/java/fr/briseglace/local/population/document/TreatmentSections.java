package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import fr.briseglace.local.population.health.Health.Treatment;
import java.util.List;

/** Drugs somebody takes or took. */
final class TreatmentSections {
    private static final Code DRUG = new Code("DRUG", "Médicament", CodeSystem.ACT_CODE);

    private TreatmentSections() {}

    /** All that is known, what was stopped included. */
    static void all(Page page, Frame frame) {
        write(
                page,
                SectionKind.TREATMENTS,
                "Traitements au long cours",
                frame.health().treatments());
    }

    /** What a patient leaves hospital with. */
    static void atDischarge(Page page, Frame frame) {
        write(
                page,
                SectionKind.DISCHARGE_TREATMENTS,
                "Traitements à la sortie",
                frame.health().current());
    }

    private static void write(Page page, SectionKind kind, String title, List<Treatment> treatments) {
        if (treatments.isEmpty()) {
            return;
        }
        page.section(kind, title, narrative(treatments), () -> {
            for (int i = 0; i < treatments.size(); i++) {
                entry(page, treatments.get(i), i);
            }
        });
    }

    private static Narrative narrative(List<Treatment> treatments) {
        Narrative narrative = Narrative.table("Médicament", "Posologie", "Début", "Fin", "Motif");
        for (int i = 0; i < treatments.size(); i++) {
            Treatment one = treatments.get(i);
            narrative.row(
                    cell("med-" + i, one.drug().brand()),
                    cell("med-posologie-" + i, one.drug().dosage()),
                    cell(Times.french(one.since())),
                    cell(one.until() == null ? "" : Times.french(one.until())),
                    one.reason() == null
                            ? cell("")
                            : cell("med-motif-" + i, one.reason().display()));
        }
        return narrative;
    }

    private static void entry(Page page, Treatment treatment, int rank) {
        Xml xml = page.xml();
        xml.open("entry", "typeCode", "DRIV");
        xml.open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.24",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7",
                "1.2.250.1.213.1.1.3.42",
                "1.3.6.1.4.1.19376.1.5.3.1.4.7.1");
        page.id();
        page.coded("code", DRUG);
        page.text("med-posologie-" + rank);
        page.status("completed");
        page.since(treatment.since(), treatment.until());
        DrugProduct.consumable(page, treatment.drug(), "med-" + rank);
        if (treatment.reason() != null) {
            reason(page, treatment.reason(), "med-motif-" + rank);
        }
        xml.close().close();
    }

    private static void reason(Page page, Code reason, String reference) {
        Xml xml = page.xml();
        xml.open("entryRelationship", "typeCode", "RSON").open("act", "classCode", "ACT", "moodCode", "EVN");
        page.templates("1.3.6.1.4.1.19376.1.5.3.1.4.4.1", "1.2.250.1.213.1.1.3.36");
        page.id();
        page.coded("code", reason, reference);
        xml.close().close();
    }
}
