package fr.briseglace.fhir;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.Section;
import fr.briseglace.summary.SectionState;
import fr.briseglace.summary.SheetWords;
import fr.briseglace.summary.SummaryItem;
import fr.briseglace.summary.VitalEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The summary as an International Patient Summary: a FHIR R4 document (IPS 1.1.0). Allergies, medicines and problems
 * are always there, and tell "expressly none" from silence; the strip read first is a section of flags, each pointing
 * at the facts it rests on; every fact is tied to its sources by their provenance.
 */
public final class IpsDocument {
    private static final String DETAIL = "http://hl7.org/fhir/StructureDefinition/flag-detail";

    private final FhirWriter fhir = new FhirWriter();
    private final IpsUrns urns;
    private final EmergencySummary summary;

    private IpsDocument(IpsUrns urns, EmergencySummary summary) {
        this.urns = urns;
        this.summary = summary;
    }

    /**
     * Renders the document in UTF-8; it is the same for the same arguments.
     *
     * @param id names the document; the ids of its entries come from it
     * @param today the day on which facts are judged, the same as for the summary
     */
    public static byte[] render(UUID id, Ins ins, PatientIdentity identity, EmergencySummary summary, LocalDate today) {
        return new IpsDocument(new IpsUrns(id), summary).bundle(ins, identity, today);
    }

    private byte[] bundle(Ins ins, PatientIdentity identity, LocalDate today) {
        String asOf = FhirText.instant(summary.asOf());
        fhir.object().text("resourceType", "Bundle").text("language", "fr");
        fhir.object("identifier").text("system", "urn:ietf:rfc:3986");
        fhir.text("value", urns.document()).end();
        fhir.text("type", "document").text("timestamp", asOf).array("entry");
        composition(asOf);
        IpsPatient.write(fhir, urns, ins, identity);
        author();
        flags();
        IpsFacts facts = new IpsFacts(fhir, urns, today);
        IpsAbsence absence = new IpsAbsence(fhir, urns);
        for (IpsSection kind : IpsSection.values()) {
            Section section = section(kind);
            section.items().forEach(item -> facts.write(kind, item));
            if (shown(kind, section) && section.items().isEmpty() && kind.entersAbsence(section.state())) {
                absence.write(kind, section.state());
            }
        }
        new IpsSources(fhir, urns).write(summary);
        fhir.end().end();
        return fhir.bytes();
    }

    private void composition(String asOf) {
        fhir.object().text("fullUrl", urns.of(IpsUrns.COMPOSITION)).object("resource");
        fhir.text("resourceType", "Composition").text("id", IpsUrns.COMPOSITION);
        fhir.text("language", "fr").narrative(IpsNarrative.notice());
        fhir.object("identifier").text("system", "urn:ietf:rfc:3986");
        fhir.text("value", urns.of(IpsUrns.COMPOSITION)).end();
        fhir.text("status", "final").concept("type", FhirSystems.LOINC, "60591-5");
        fhir.reference("subject", urns.of(IpsUrns.PATIENT)).text("date", asOf);
        fhir.array("author").object().text("reference", urns.of(IpsUrns.AUTHOR));
        fhir.end().end();
        fhir.text("title", "Synthèse médicale pour l'urgence").text("confidentiality", "N");
        fhir.array("section");
        if (!summary.vital().isEmpty()) {
            strip();
        }
        for (IpsSection kind : IpsSection.values()) {
            Section section = section(kind);
            if (shown(kind, section)) {
                section(kind, section);
            }
        }
        fhir.end().end().end();
    }

    private void strip() {
        fhir.object().text("title", "À savoir d'abord").object("code").array("coding");
        fhir.coding(FhirSystems.LOINC, IpsSection.ALERT, null);
        fhir.coding(FhirSystems.SECTION, "vital", null).end().end();
        fhir.narrative(IpsNarrative.strip(summary.vital())).array("entry");
        for (int i = 0; i < summary.vital().size(); i++) {
            entry(flag(i));
        }
        fhir.end().end();
    }

    private void section(IpsSection kind, Section section) {
        List<String> deniedBy = summary.deniedBy().getOrDefault(kind.kind(), List.of());
        fhir.object()
                .text("title", SheetWords.title(kind.kind()))
                .object("code")
                .array("coding");
        if (kind.loinc() != null) {
            fhir.coding(FhirSystems.LOINC, kind.loinc(), null);
        }
        fhir.coding(FhirSystems.SECTION, kind.kind().jsonName(), null);
        fhir.coding(FhirSystems.STATE, section.state().jsonName(), null);
        fhir.end().end();
        fhir.narrative(
                section.items().isEmpty()
                        ? IpsNarrative.silence(kind.kind(), section.state(), deniedBy)
                        : IpsNarrative.facts(section.items()));
        entries(kind, section, deniedBy);
        fhir.end();
    }

    private void entries(IpsSection kind, Section section, List<String> deniedBy) {
        boolean absence = section.items().isEmpty() && kind.entersAbsence(section.state());
        if (section.items().isEmpty() && !absence && deniedBy.isEmpty()) {
            return;
        }
        fhir.array("entry");
        section.items().stream().map(SummaryItem::id).forEach(this::entry);
        if (absence) {
            entry(IpsAbsence.id(kind));
        }
        deniedBy.forEach(this::entry);
        fhir.end();
    }

    private void entry(String id) {
        fhir.object().text("reference", urns.of(id)).end();
    }

    private void author() {
        fhir.object().text("fullUrl", urns.of(IpsUrns.AUTHOR)).object("resource");
        fhir.text("resourceType", "Device").text("id", IpsUrns.AUTHOR);
        fhir.only("deviceName").text("name", "Brise-glace").text("type", "user-friendly-name");
        fhir.endOnly();
        fhir.object("type").text("text", "Passerelle d'accès en urgence au dossier médical partagé");
        fhir.end().end().end();
    }

    private void flags() {
        for (int i = 0; i < summary.vital().size(); i++) {
            VitalEntry entry = summary.vital().get(i);
            fhir.object().text("fullUrl", urns.of(flag(i))).object("resource");
            fhir.text("resourceType", "Flag").text("id", flag(i)).array("extension");
            entry.items().forEach(item -> fhir.object()
                    .text("url", DETAIL)
                    .reference("valueReference", urns.of(item))
                    .end());
            fhir.end().text("status", "active").object("code").array("coding");
            fhir.coding(FhirSystems.VITAL, entry.flag().slug(), SheetWords.flag(entry.flag()));
            fhir.end().text("text", SheetWords.flag(entry.flag()) + " : " + entry.label());
            fhir.end().reference("subject", urns.of(IpsUrns.PATIENT));
            fhir.end().end();
        }
    }

    private static boolean shown(IpsSection kind, Section section) {
        return kind.always() || section.state() != SectionState.NOT_RECORDED;
    }

    private static String flag(int index) {
        return "v" + (index + 1);
    }

    private Section section(IpsSection kind) {
        Section section = summary.sections().get(kind.kind());
        return section == null ? new Section(SectionState.NOT_RECORDED, List.of()) : section;
    }
}
