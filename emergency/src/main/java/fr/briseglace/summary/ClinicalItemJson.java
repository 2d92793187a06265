package fr.briseglace.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.briseglace.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compact form in which items are stored; absent fields are left out, so that old rows stay readable. */
public final class ClinicalItemJson {
    private static final JsonFactory JSON = Json.usual();

    private ClinicalItemJson() {}

    /** Writes one item as a JSON object. */
    public static String write(ClinicalItem item) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("section", item.section().jsonName());
            json.writeStringField("label", item.label());
            writeCodings(json, "codings", item.codings());
            writeCodings(json, "answers", item.answers());
            writeCodings(json, "traits", item.traits());
            writeText(
                    json, "status", item.status() == null ? null : item.status().jsonName());
            writeText(json, "onset", item.onset() == null ? null : item.onset().iso());
            writeText(json, "end", item.end() == null ? null : item.end().iso());
            writeText(json, "detail", item.detail());
            writeText(json, "severity", item.severity());
            writeValue(json, item.value());
            if (item.none()) {
                json.writeBooleanField("none", true);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /**
     * Reads what {@link #write} wrote; fields it does not know are skipped.
     *
     * @throws IllegalArgumentException where it is not such an object; the message quotes nothing of it
     */
    public static ClinicalItem read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a stored item");
            }
            return read(json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not a stored item");
        }
    }

    private static ClinicalItem read(JsonParser json) throws IOException {
        SectionKind section = null;
        String label = null;
        List<Coding> codings = List.of();
        List<Coding> answers = List.of();
        List<Coding> traits = List.of();
        ItemStatus status = null;
        ClinicalDate onset = null;
        ClinicalDate end = null;
        String detail = null;
        String severity = null;
        ItemValue value = null;
        boolean none = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "section" -> section = SectionKind.ofJsonName(json.getText());
                case "label" -> label = json.getText();
                case "codings" -> codings = readCodings(json);
                case "answers" -> answers = readCodings(json);
                case "traits" -> traits = readCodings(json);
                case "status" -> status = ItemStatus.ofJsonName(json.getText());
                case "onset" -> onset = new ClinicalDate(json.getText());
                case "end" -> end = new ClinicalDate(json.getText());
                case "detail" -> detail = json.getText();
                case "severity" -> severity = json.getText();
                case "value" -> value = readValue(json);
                case "none" -> none = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        if (section == null || label == null) {
            throw new IllegalArgumentException("not a stored item");
        }
        return new ClinicalItem(
                section, label, codings, answers, traits, status, onset, end, detail, severity, value, none);
    }

    private static void writeText(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    private static void writeCodings(JsonGenerator json, String field, List<Coding> codings) throws IOException {
        if (codings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (Coding coding : codings) {
            json.writeStartArray();
            json.writeString(coding.system());
            json.writeString(coding.code());
            if (coding.display() != null) {
                json.writeString(coding.display());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static List<Coding> readCodings(JsonParser json) throws IOException {
        List<Coding> codings = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            String system = String.valueOf(json.nextTextValue());
            String code = String.valueOf(json.nextTextValue());
            String display = json.nextTextValue();
            if (display != null) {
                json.nextToken();
            }
            codings.add(new Coding(system, code, display));
        }
        return codings;
    }

    // A number is stored as text, because jsonb would keep its value but not the zeros it was written with.
    private static void writeValue(JsonGenerator json, @Nullable ItemValue value) throws IOException {
        switch (value) {
            case null -> {}
            case Answer answer -> json.writeBooleanField("value", answer.yes());
            case Measure measure -> {
                json.writeObjectFieldStart("value");
                json.writeStringField("number", measure.number().toString());
                writeText(json, "unit", measure.unit());
                json.writeEndObject();
            }
        }
    }

    private static ItemValue readValue(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return new Answer(json.getBooleanValue());
        }
        BigDecimal number = null;
        String unit = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "number" -> number = new BigDecimal(json.getText());
                case "unit" -> unit = json.getText();
                default -> json.skipChildren();
            }
        }
        if (number == null) {
            throw new IllegalArgumentException("not a stored item");
        }
        return new Measure(number, unit);
    }
}
