package fr.briseglace.fhir;

import fr.briseglace.summary.Author;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.Section;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourceKind;
import fr.briseglace.summary.SummaryItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the facts come from: each document, and for each which facts rest on it. */
final class IpsSources {
    private static final String FHIR = "http://terminology.hl7.org/CodeSystem/";

    private final FhirWriter fhir;
    private final IpsUrns urns;

    IpsSources(FhirWriter fhir, IpsUrns urns) {
        this.fhir = fhir;
        this.urns = urns;
    }

    /** Writes a reference to each document, and its provenance. */
    void write(EmergencySummary summary) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (Section section : summary.sections().values()) {
            for (SummaryItem item : section.items()) {
                item.sources().forEach(source -> facts.computeIfAbsent(source, key -> new ArrayList<>())
                        .add(item.id()));
            }
        }
        for (Source source : summary.sources()) {
            document(source);
            List<String> resting = facts.get(source.id());
            if (resting != null) {
                provenance(source, resting);
            }
        }
    }

    private void document(Source source) {
        fhir.object().text("fullUrl", urns.of(source.id())).object("resource");
        fhir.text("resourceType", "DocumentReference").text("id", source.id());
        fhir.text("status", "current");
        fhir.concept("type", FhirSystems.documentType(source.type()), source.type());
        fhir.array("category").object().array("coding");
        fhir.coding(FhirSystems.SOURCE_KIND, source.kind().jsonName(), null).end();
        fhir.end().end();
        fhir.reference("subject", urns.of(IpsUrns.PATIENT));
        fhir.text("date", FhirText.instant(source.date()));
        fhir.array("author").object();
        who(source);
        fhir.end().end();
        fhir.text("description", source.title());
        fhir.only("content").object("attachment");
        fhir.text("title", source.title()).text("creation", FhirText.instant(source.date()));
        fhir.end().endOnly();
        fhir.end().end();
    }

    private void provenance(Source source, List<String> facts) {
        String id = source.id() + "-provenance";
        fhir.object().text("fullUrl", urns.of(id)).object("resource");
        fhir.text("resourceType", "Provenance").text("id", id);
        fhir.array("target");
        facts.forEach(fact -> fhir.object().text("reference", urns.of(fact)).end());
        fhir.end();
        fhir.text("recorded", FhirText.instant(source.date()));
        fhir.only("agent");
        fhir.concept("type", FHIR + "provenance-participant-type", "author");
        fhir.object("who");
        who(source);
        fhir.end().endOnly();
        fhir.only("entity").text("role", "source");
        fhir.reference("what", urns.of(source.id())).endOnly();
        fhir.end().end();
    }

    private void who(Source source) {
        Author author = source.author();
        if (author.id() != null) {
            fhir.object("identifier").text("system", FhirSystems.PROFESSIONALS);
            fhir.text("value", author.id()).end();
        }
        String name = author.name();
        fhir.text("display", name != null ? name : unnamed(source.kind()));
    }

    private static String unnamed(SourceKind kind) {
        return switch (kind) {
            case PROFESSIONAL -> "auteur non précisé";
            case PATIENT -> "le patient ou ses proches";
            case INSURER -> "l'Assurance maladie";
        };
    }
}
