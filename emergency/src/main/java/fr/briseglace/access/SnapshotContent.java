package fr.briseglace.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.briseglace.cache.Shrouded;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.json.Json;
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
import java.util.UUID;

/**
 * What every access to a patient discloses: who it is, and what a doctor must know, in each form that somebody may ask
 * for. The JSON answer, which most callers want, is rendered at once; page and FHIR when somebody first asks, from what is
 * kept packed beside it. Each is compressed once. In memory all are shrouded.
 */
public final class SnapshotContent {
    /** Nothing to disclose. */
    public static final SnapshotContent NONE = new SnapshotContent(new byte[0], new byte[0]);

    private static final JsonFactory JSON = Json.usual();

    private final UsualRendering json;
    private final Shrouded basis;
    private final Rendering sheet;
    private final Rendering ips;

    SnapshotContent(byte[] json, byte[] basis) {
        Shrouded kept = Shrouded.of(basis);
        this.json = new UsualRendering(json);
        this.basis = kept;
        this.sheet =
                new LateRendering(() -> SummaryBasisCodec.decode(kept.clear()).sheet());
        this.ips =
                new LateRendering(() -> SummaryBasisCodec.decode(kept.clear()).ips());
    }

    /**
     * Merges the documents and renders what they say.
     *
     * @param id names this rendering in FHIR
     */
    public static SnapshotContent render(
            UUID id, PatientFile file, List<SourcedDocument> documents, LocalDate today, Instant asOf) {
        SummaryBasis basis = new SummaryBasis(id, file.ins(), file.identity(), documents, today, asOf);
        return new SnapshotContent(json(file, basis.summary()), SummaryBasisCodec.encode(basis));
    }

    /** The members {@code "patient"} and {@code "summary"} of the JSON answer, without the braces around them. */
    public Rendering json() {
        return json;
    }

    /** What the other renderings are made from, packed. */
    byte[] basis() {
        return basis.clear();
    }

    /** The same to be read in ten seconds and printed, without what is of one access. */
    public Rendering sheet() {
        return sheet;
    }

    /** The same as an International Patient Summary. */
    public Rendering ips() {
        return ips;
    }

    /** How much is kept, bytes, about, but for {@link #sheet} and {@link #ips}, which have a bound of their own. */
    public int size() {
        return json.size() + basis.length();
    }

    /** Whether there is nothing to disclose. */
    public boolean empty() {
        return json.empty();
    }

    private static byte[] json(PatientFile file, EmergencySummary emergency) {
        byte[] summary = SummaryJson.write(emergency);
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

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "SnapshotContent[…]";
    }
}
