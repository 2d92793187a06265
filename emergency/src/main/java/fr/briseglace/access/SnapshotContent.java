package fr.briseglace.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.SummaryJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Renders once what every access to a patient discloses: who it is, and what a doctor must know. */
public final class SnapshotContent {
    private static final JsonFactory JSON = new JsonFactory();

    private SnapshotContent() {}

    /** The members {@code "patient"} and {@code "summary"}, in UTF-8. */
    public static byte[] render(PatientFile file, List<SourcedDocument> documents, LocalDate today, Instant asOf) {
        byte[] summary = SummaryJson.write(EmergencySummary.of(documents, today, asOf));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(summary.length + 600);
        bytes.writeBytes("\"patient\":".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(patient(file));
        bytes.writeBytes(",\"summary\":".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(summary);
        return bytes.toByteArray();
    }

    private static byte[] patient(PatientFile file) {
        PatientIdentity identity = file.identity();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("ins");
            json.writeStringField("value", file.ins().value());
            json.writeStringField("oid", file.ins().oid());
            json.writeEndObject();
            json.writeStringField("birthName", identity.birthName());
            json.writeArrayFieldStart("givenNames");
            for (String name : identity.givenNames()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeStringField("usedName", identity.usedName());
            json.writeStringField("birthDate", identity.birthDate().toString());
            json.writeStringField("sex", identity.sex().name());
            json.writeStringField("birthPlace", identity.birthPlace());
            json.writeStringField("identityStatus", identity.status().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
