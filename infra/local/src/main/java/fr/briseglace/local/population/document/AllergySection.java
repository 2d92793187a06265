package fr.briseglace.local.population.document;

import static fr.briseglace.local.population.document.Narrative.cell;

import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.Health.Allergy;
import java.util.List;

/** Allergies with what they did, or the statement that there is none. */
final class AllergySection {
    private static final Code NONE = Code.snomed("716186003", "aucune allergie connue");
    private static final Code ALLERGY = Code.snomed("419199007", "allergie à une substance");
    private static final Code SYMPTOM = Code.snomed("418799008", "symptôme rapporté par le patient ou le répondant");

    private AllergySection() {}

    static void write(Page page, Frame frame) {
        List<Allergy> allergies = frame.health().allergies();
        if (frame.health().noAllergy()) {
            page.section(
                    SectionKind.ALLERGIES,
                    "Allergies",
                    Narrative.paragraph("allergie-aucune", "Aucune allergie connue"),
                    () -> none(page, frame.kind() == DocumentKind.VSM));
        } else if (!allergies.isEmpty()) {
            page.section(SectionKind.ALLERGIES, "Allergies", narrative(allergies), () -> {
                for (int i = 0; i < allergies.size(); i++) {
                    entry(page, allergies.get(i), i);
                }
            });
        }
    }

    private static Narrative narrative(List<Allergy> allergies) {
        Narrative narrative = Narrative.table("Type", "Substance", "Réaction", "Sévérité", "Survenue");
        for (int i = 0; i < allergies.size(); i++) {
            Allergy one = allergies.get(i);
            narrative.row(
                    cell("allergie-type-" + i, one.kind().display()),
                    cell("allergie-agent-" + i, one.agent().display()),
                    cell("allergie-reaction-" + i, one.reaction().display()),
                    cell("allergie-severite-" + i, one.severity().display()),
                    cell(Times.french(one.since())));
        }
        return narrative;
    }

    /** There is none: by a code of its own, or by an allergy that is denied, as software of the field differs. */
    private static void none(Page page, boolean denied) {
        concern(page);
        page.xml().leaf("effectiveTime", "nullFlavor", "UNK");
        observation(page, ALLERGY, "allergie-aucune", denied);
        page.value(denied ? ALLERGY : NONE, "allergie-aucune");
        page.xml().close().close().close().close();
    }

    private static void entry(Page page, Allergy allergy, int rank) {
        Xml xml = page.xml();
        concern(page);
        page.since(allergy.since(), null);
        observation(page, allergy.kind(), "allergie-type-" + rank, false);
        xml.open("value", "xsi:type", "CD");
        page.originalText("allergie-type-" + rank);
        xml.close();
        xml.open("participant", "typeCode", "CSM").open("participantRole", "classCode", "MANU");
        xml.open("playingEntity", "classCode", "MMAT");
        page.coded("code", allergy.agent(), "allergie-agent-" + rank);
        xml.text("name", allergy.agent().display());
        xml.close().close().close();
        clinicalStatus(page);
        reaction(page, allergy, rank);
        xml.close().close().close().close();
    }

    private static void concern(Page page) {
        page.xml().open("entry").open("act", "classCode", "ACT", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.27",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5.1",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5.3",
                "1.2.250.1.213.1.1.3.40");
        page.id();
        page.xml().leaf("code", "nullFlavor", "NA");
        page.status("active");
    }

    private static void observation(Page page, Code kind, String reference, boolean denied) {
        page.xml().open("entryRelationship", "typeCode", "SUBJ", "inversionInd", "false");
        page.xml().open("observation", "classCode", "OBS", "moodCode", "EVN", "negationInd", Boolean.toString(denied));
        page.templates(
                "2.16.840.1.113883.10.20.1.18",
                "2.16.840.1.113883.10.20.1.28",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5",
                "1.3.6.1.4.1.19376.1.5.3.1.4.6",
                "1.2.250.1.213.1.1.3.41");
        page.id();
        page.coded("code", kind);
        page.text(reference);
        page.status("completed");
    }

    private static void clinicalStatus(Page page) {
        Xml xml = page.xml();
        xml.open("entryRelationship", "typeCode", "REFR", "inversionInd", "false");
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.50",
                "2.16.840.1.113883.10.20.1.57",
                "1.3.6.1.4.1.19376.1.5.3.1.4.1.1",
                "1.2.250.1.213.1.1.3.30");
        page.coded("code", Code.loinc("33999-4", "Statut"));
        page.status("completed");
        xml.leaf(
                "value",
                "xsi:type",
                "CE",
                "code",
                "active",
                "displayName",
                "Actif",
                "codeSystem",
                "2.16.840.1.113883.4.642.4.1373");
        xml.close().close();
    }

    private static void reaction(Page page, Allergy allergy, int rank) {
        Xml xml = page.xml();
        xml.open("entryRelationship", "typeCode", "MFST");
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates(
                "2.16.840.1.113883.10.20.1.28",
                "1.3.6.1.4.1.19376.1.5.3.1.4.5",
                "2.16.840.1.113883.10.20.1.54",
                "1.2.250.1.213.1.1.3.37");
        page.id();
        page.coded("code", SYMPTOM);
        page.text("allergie-reaction-" + rank);
        page.status("completed");
        page.since(allergy.since(), null);
        page.value(allergy.reaction(), "allergie-reaction-" + rank);
        xml.open("entryRelationship", "typeCode", "SUBJ", "inversionInd", "true");
        xml.open("observation", "classCode", "OBS", "moodCode", "EVN");
        page.templates("2.16.840.1.113883.10.20.1.55", "1.3.6.1.4.1.19376.1.5.3.1.4.1", "1.2.250.1.213.1.1.3.29");
        xml.leaf("code", "code", "SEV", "displayName", "Sévérité", "codeSystem", "2.16.840.1.113883.5.4");
        page.text("allergie-severite-" + rank);
        page.status("completed");
        page.value(allergy.severity());
        xml.close().close().close().close();
    }
}
