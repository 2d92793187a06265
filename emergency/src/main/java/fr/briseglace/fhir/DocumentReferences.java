package fr.briseglace.fhir;

import fr.briseglace.identity.Ins;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record's documents are, as IHE MHD says it (ITI-67, FHIR R4); their content is where each points at. Pure. */
public final class DocumentReferences {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private DocumentReferences() {}

    /**
     * A document.
     *
     * @param id the document
     * @param type code of its type
     * @param title its title
     * @param date when it was written
     * @param authorId national id of its author
     * @param author display name of its author
     * @param mediaType of its content
     * @param size of its content, bytes
     * @param status {@code current}, {@code superseded} or {@code archived}
     * @param notVisibleToPatient whether the patient may not know of it yet
     */
    public record Document(
            UUID id,
            String type,
            String title,
            Instant date,
            @Nullable String authorId,
            @Nullable String author,
            String mediaType,
            long size,
            String status,
            boolean notVisibleToPatient) {}

    /**
     * One page of what was found.
     *
     * @param patient whose documents they are
     * @param self what was searched for
     * @param next where the next page is; null on the last
     */
    public static byte[] searchset(Ins patient, List<Document> page, String self, @Nullable String next) {
        FhirWriter json = new FhirWriter();
        SearchSet.begin(json, self, next);
        if (!page.isEmpty()) {
            json.array("entry");
            page.forEach(document -> {
                SearchSet.entry(json, document.id());
                resource(json, patient, document);
                SearchSet.endEntry(json);
            });
            json.end();
        }
        return json.end().bytes();
    }

    private static void resource(FhirWriter json, Ins patient, Document document) {
        String id = document.id().toString();
        json.text("resourceType", "DocumentReference").text("id", id);
        if (document.status().equals("archived")) {
            json.object("meta")
                    .array("tag")
                    .coding(FhirSystems.MARK, "archived", null)
                    .end()
                    .end();
        }
        identifier(json.object("masterIdentifier"), "urn:ietf:rfc:3986", "urn:uuid:" + id);
        json.text("status", document.status().equals("superseded") ? "superseded" : "current");
        json.object("type")
                .array("coding")
                .coding(FhirSystems.documentType(document.type()), document.type(), null)
                .end()
                .end();
        identifier(json.object("subject").object("identifier"), "urn:oid:" + patient.oid(), patient.value());
        json.end();
        json.text("date", FhirText.instant(document.date()));
        author(json, document);
        json.text("description", document.title());
        if (document.notVisibleToPatient()) {
            json.array("securityLabel")
                    .object()
                    .array("coding")
                    .coding(ACT_CODE, "NOPAT", null)
                    .end()
                    .end()
                    .end();
        }
        json.array("content").object().object("attachment");
        json.text("contentType", document.mediaType())
                .text("url", "/fhir/Binary/" + id)
                .number("size", document.size())
                .text("title", document.title())
                .text("creation", FhirText.instant(document.date()));
        json.end().end().end();
    }

    private static void author(FhirWriter json, Document document) {
        if (document.author() == null && document.authorId() == null) {
            return;
        }
        json.array("author").object();
        if (document.authorId() != null) {
            identifier(json.object("identifier"), FhirSystems.PROFESSIONALS, document.authorId());
        }
        json.text("display", document.author()).end().end();
    }

    private static void identifier(FhirWriter json, String system, String value) {
        json.text("system", system).text("value", value).end();
    }
}
