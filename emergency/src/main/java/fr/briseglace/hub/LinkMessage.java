package fr.briseglace.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.briseglace.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes messages that link a case to a page about it (RS-URL). */
public final class LinkMessage {
    private static final String TYPE = "DMP";
    private static final JsonFactory JSON = Json.usual();

    private LinkMessage() {}

    /**
     * The message, bare, as JSON.
     *
     * @param patient of the case whom the page is about; null where it is about all
     * @param url of the page
     */
    public static String write(CaseId caseId, @Nullable CasePatientId patient, String url) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("documentLink");
            json.writeStringField("caseId", caseId.value());
            if (patient != null) {
                json.writeStringField("patientId", patient.value());
            }
            json.writeArrayFieldStart("document");
            json.writeStartObject();
            json.writeStringField("documentType", TYPE);
            json.writeStringField("url", url);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
