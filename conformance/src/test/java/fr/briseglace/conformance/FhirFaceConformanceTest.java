package fr.briseglace.conformance;

import fr.briseglace.fhir.AuditEvents;
import fr.briseglace.fhir.Audited;
import fr.briseglace.fhir.DocumentReferences;
import fr.briseglace.fhir.DocumentReferences.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What else is rendered as FHIR is FHIR R4, and audit events are what they claim to be. The package of IHE MHD does not
 * lie beside the project, so its profiles are not checked here.
 */
class FhirFaceConformanceTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private final Validator validator = Validator.shared();

    private static Audited audited(String kind, boolean known) {
        return audited(ID, kind, known);
    }

    private static Audited audited(UUID id, String kind, boolean known) {
        return new Audited(
                id,
                Records.NOW,
                kind,
                ID,
                kind.equals("queue-read") ? null : "bris_de_glace",
                known ? "801234567897" : "",
                known ? "Anne <b>REGUL</b>\u0007" : "",
                "doctor",
                known ? "1440000001" : null,
                known ? "SAMU 44" : " ",
                known ? "fr.health.samu440.DRFR15" : null,
                known ? "shock" : null,
                kind.equals("refused") ? "opposed" : null,
                known ? Records.INS : null,
                kind.equals("fetched") ? ID : null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened",
                "refused",
                "read",
                "listed",
                "fetched",
                "sought",
                "handed-over",
                "closed",
                "reviewed",
                "queue-read"
            })
    void everyRecordIsAnAuditEvent(String kind) {
        validator.accept(AuditEvents.event(audited(kind, true)));
        validator.accept(AuditEvents.event(audited(kind, false)));
    }

    @Test
    void pagesOfAuditEventsAreSearchSets() {
        validator.accept(AuditEvents.searchset(
                List.of(audited("opened", true), audited(new UUID(7, 7), "listed", true)),
                "/fhir/AuditEvent?x=y",
                "/fhir/AuditEvent?z=1"));
        validator.accept(AuditEvents.searchset(List.of(), "/fhir/AuditEvent?x=y", null));
    }

    @Test
    void pagesOfDocumentsAreSearchSets() {
        List<Document> documents = new ArrayList<>();
        for (String status : List.of("current", "superseded", "archived")) {
            documents.add(new Document(
                    new UUID(7, documents.size()),
                    "34133-9",
                    "Synthèse <b>",
                    Records.NOW,
                    "801234567897",
                    "Dr Gamma",
                    "application/pdf",
                    120,
                    status,
                    true));
        }
        documents.add(new Document(
                new UUID(7, 9), "SYNTH", "Lettre", Records.NOW, null, null, "text/xml", 0, "current", false));
        validator.accept(DocumentReferences.searchset(Records.INS, documents, "/fhir/DocumentReference?x=y", null));
    }
}
