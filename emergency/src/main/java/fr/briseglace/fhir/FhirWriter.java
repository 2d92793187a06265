package fr.briseglace.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import fr.briseglace.json.Json;
import fr.briseglace.summary.Coding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes FHIR JSON into memory. What is null or blank is left out, for FHIR has no empty values. */
final class FhirWriter {
    private static final JsonFactory JSON =
            Json.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32 << 10);
    private final Deque<Boolean> open = new ArrayDeque<>();
    private final JsonGenerator json;

    FhirWriter() {
        try {
            json = JSON.createGenerator(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What one call of the generator does. */
    private interface Writing {
        void write() throws IOException;
    }

    private FhirWriter write(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Opens an object: the outermost one, or an element of an array. */
    FhirWriter object() {
        open.push(true);
        return write(json::writeStartObject);
    }

    /** Opens a member that is an object. */
    FhirWriter object(String name) {
        open.push(true);
        return write(() -> json.writeObjectFieldStart(name));
    }

    /** Opens a member that is an array. */
    FhirWriter array(String name) {
        open.push(false);
        return write(() -> json.writeArrayFieldStart(name));
    }

    /** Opens a member that is an array, and its only object. */
    FhirWriter only(String name) {
        return array(name).object();
    }

    /** Ends what was opened last. */
    FhirWriter end() {
        boolean object = open.pop();
        return write(object ? json::writeEndObject : json::writeEndArray);
    }

    /** Ends the only object of an array, and the array. */
    FhirWriter endOnly() {
        return end().end();
    }

    /** A member that is text, left out where there is none. */
    FhirWriter text(String name, @Nullable String words) {
        String clean = FhirText.string(words);
        return clean == null ? this : write(() -> json.writeStringField(name, clean));
    }

    /** An element of an array that is text. */
    FhirWriter text(String words) {
        return write(() -> json.writeString(words));
    }

    /** A member that is yes or no. */
    FhirWriter flag(String name, boolean yes) {
        return write(() -> json.writeBooleanField(name, yes));
    }

    /** A member that is a number. */
    FhirWriter number(String name, BigDecimal number) {
        return write(() -> json.writeNumberField(name, number));
    }

    /** A member that is a whole number. */
    FhirWriter number(String name, long number) {
        return write(() -> json.writeNumberField(name, number));
    }

    /** A reference to a resource. */
    FhirWriter reference(String name, String target) {
        return object(name).text("reference", target).end();
    }

    /** A coding of a system of FHIR's own, as element of an array. */
    FhirWriter coding(@Nullable String system, @Nullable String code, @Nullable String display) {
        return object().inside(system, code, display).end();
    }

    /** A member that is one coding. */
    FhirWriter coding(String name, String system, String code, @Nullable String display) {
        return object(name).inside(system, code, display).end();
    }

    private FhirWriter inside(@Nullable String system, @Nullable String code, @Nullable String display) {
        return text("system", system).text("code", FhirText.code(code)).text("display", display);
    }

    /** A concept of one code. */
    FhirWriter concept(String name, String system, String code) {
        return object(name).array("coding").coding(system, code, null).end().end();
    }

    /** A concept of the codes of a fact and of its words. */
    FhirWriter concept(String name, List<Coding> codings, @Nullable String words) {
        return object(name).codings(codings).text("text", words).end();
    }

    /** The codes of a fact, within a concept. */
    FhirWriter codings(List<Coding> codings) {
        if (codings.isEmpty()) {
            return this;
        }
        array("coding");
        codings.forEach(coding -> coding(FhirSystems.uri(coding.system()), coding.code(), coding.display()));
        return end();
    }

    /** The words of a resource or section, as XHTML. */
    FhirWriter narrative(String xhtml) {
        return object("text").text("status", "generated").text("div", xhtml).end();
    }

    /** Opens a member that has no value, with the reason: {@code unknown}, {@code temp-unknown}. */
    FhirWriter absent(String name, String reason) {
        return object(name).absence(reason).end();
    }

    /** Why the value that is being written is absent. */
    FhirWriter absence(String reason) {
        return only("extension")
                .text("url", FhirSystems.DATA_ABSENT)
                .text("valueCode", reason)
                .endOnly();
    }

    /**
     * What was written, in UTF-8.
     *
     * @throws IllegalStateException where something is still open
     */
    byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("something is still open");
        }
        write(json::close);
        return out.toByteArray();
    }
}
