package fr.briseglace.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import fr.briseglace.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summary as it is in the public answer. */
public final class SummaryJson {
    private static final JsonFactory JSON =
            Json.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private SummaryJson() {}

    /** One JSON object in UTF-8. */
    public static byte[] write(EmergencySummary summary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 << 10);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(summary, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(EmergencySummary summary, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("vital");
        for (VitalEntry entry : summary.vital()) {
            json.writeStartObject();
            json.writeStringField("flag", entry.flag().slug());
            json.writeStringField("label", entry.label());
            writeAll(json, "items", entry.items());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("sections");
        for (SectionKind kind : SectionKind.values()) {
            Section section = summary.sections().get(kind);
            if (section != null) {
                write(kind, section, json);
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("sources");
        for (Source source : summary.sources()) {
            write(source, json);
        }
        json.writeEndArray();
        json.writeStringField("asOf", time(summary.asOf()));
        json.writeStringField("notice", EmergencySummary.NOTICE);
        json.writeEndObject();
    }

    private static void write(SectionKind kind, Section section, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(kind.jsonName());
        json.writeStringField("state", section.state().jsonName());
        json.writeArrayFieldStart("items");
        for (SummaryItem item : section.items()) {
            write(item, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(SummaryItem shown, JsonGenerator json) throws IOException {
        ClinicalItem item = shown.item();
        json.writeStartObject();
        json.writeStringField("id", shown.id());
        json.writeStringField("label", item.label());
        if (item.codings().isEmpty()) {
            json.writeNullField("code");
        } else {
            Coding coding = item.codings().getFirst();
            json.writeObjectFieldStart("code");
            json.writeStringField("system", coding.system());
            json.writeStringField("code", coding.code());
            write(json, "display", coding.display());
            json.writeEndObject();
        }
        String status = item.status() == null ? null : item.status().jsonName();
        write(json, "status", item.none() ? SectionState.DECLARED_NONE.jsonName() : status);
        write(json, "onset", item.onset() == null ? null : item.onset().iso());
        write(json, "end", item.end() == null ? null : item.end().iso());
        write(json, "detail", item.detail());
        write(json, "severity", item.severity());
        write(item.value(), json);
        writeAll(json, "sources", shown.sources());
        if (shown.conflict()) {
            json.writeBooleanField("conflict", true);
        }
        json.writeEndObject();
    }

    private static void write(@Nullable ItemValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNullField("value");
            case Answer answer -> json.writeBooleanField("value", answer.yes());
            case Measure measure -> {
                json.writeObjectFieldStart("value");
                json.writeNumberField("number", measure.number());
                write(json, "unit", measure.unit());
                json.writeEndObject();
            }
        }
    }

    private static void write(Source source, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", source.id());
        json.writeStringField("type", source.type());
        json.writeStringField("title", source.title());
        json.writeStringField("date", time(source.date()));
        json.writeObjectFieldStart("author");
        write(json, "name", source.author().name());
        write(json, "profession", source.author().profession());
        write(json, "specialty", source.author().specialty());
        write(json, "id", source.author().id());
        json.writeEndObject();
        json.writeStringField("kind", source.kind().jsonName());
        json.writeEndObject();
    }

    private static void writeAll(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, text);
        }
    }

    private static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}
