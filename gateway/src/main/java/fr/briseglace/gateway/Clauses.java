package fr.briseglace.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clauses of an OpenAPI document. Parameters, and the schemas of bodies, are components of it: a reference
 * is what they are found by.
 */
final class Clauses {
    /** Where the document is for those who refer to its parts. */
    static final String BASE = "app://openapi/";

    /** Of bodies whose description says nothing else, in bytes. */
    private static final int LARGEST_BODY = 8 * 1024;

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonObject document;
    private final SchemaRepository schemas;

    /** Of a document that nobody else uses: validation writes into it. */
    Clauses(JsonObject document) {
        this.document = document.copy();
        this.schemas = SchemaRepository.create(options()).dereference(BASE, JsonSchema.of(document));
    }

    private static JsonSchemaOptions options() {
        return new JsonSchemaOptions()
                .setBaseUri(BASE)
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
    }

    /** The validator of a part of the document. */
    Validator validator(String reference) {
        return schemas.validator(BASE + reference, options());
    }

    /** All of them, by {@code operationId}, in the document's order. */
    Map<String, Clause> read() {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            METHODS.stream()
                    .filter(item::containsKey)
                    .forEach(method -> clauses.put(
                            item.getJsonObject(method).getString("operationId"), clause(path, method, item)));
        }
        return clauses;
    }

    private Clause clause(String path, String method, JsonObject item) {
        JsonObject operation = item.getJsonObject(method);
        Map<String, Validator> inPath = new HashMap<>();
        Map<String, Validator> inQuery = new HashMap<>();
        for (JsonObject holder : List.of(item, operation)) {
            for (Object parameter : holder.getJsonArray("parameters", new JsonArray())) {
                String reference = ((JsonObject) parameter).getString("$ref");
                JsonObject described = part(reference);
                switch (described.getString("in")) {
                    case "path" -> inPath.put(described.getString("name"), validator(reference + "/schema"));
                    case "query" -> inQuery.put(described.getString("name"), validator(reference + "/schema"));
                    default -> {
                        // Headers are read by those who know what they mean; most of them only advise.
                    }
                }
            }
        }
        return new Clause(
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                Map.copyOf(inPath),
                Map.copyOf(inQuery),
                body(path, operation),
                operation.getJsonObject("requestBody", new JsonObject()).getInteger("x-largest", LARGEST_BODY));
    }

    private @Nullable Validator body(String path, JsonObject operation) {
        JsonObject body = operation.getJsonObject("requestBody");
        return body == null
                ? null
                : validator(body.getJsonObject("content")
                        .getJsonObject(path.startsWith("/fhir/") ? "application/fhir+json" : "application/json")
                        .getJsonObject("schema")
                        .getString("$ref"));
    }

    private JsonObject part(String reference) {
        Object part = JsonPointer.from(reference.substring(1)).queryJson(document);
        if (part instanceof JsonObject described) {
            return described;
        }
        throw new IllegalStateException("openapi.yaml refers to what it does not have: " + reference);
    }
}
