package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.OutputUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Holds answers to the contract: status, headers, media type and body must be as the document describes them for their
 * operation, and no member may be there that it does not describe.
 */
public final class ContractCheck {
    private static final String NOT_FOUND = "#/components/responses/NotFound";
    private static final String METHOD_NOT_ALLOWED = "#/components/responses/MethodNotAllowed";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private final JsonObject document;
    private final Clauses clauses;

    private ContractCheck(JsonObject document) {
        this.document = document;
        this.clauses = new Clauses(strict(document.copy()));
    }

    /** Against the document on the class path. */
    public static ContractCheck ofDocument() {
        try (InputStream in = requireNonNull(ContractCheck.class.getResourceAsStream("/openapi.yaml"))) {
            return new ContractCheck(
                    Contract.of(Buffer.buffer(in.readAllBytes())).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those who read answers may meet more than they know; those who write the document may not. */
    private static JsonObject strict(JsonObject document) {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        schemas.fieldNames().forEach(name -> {
            JsonObject schema = schemas.getJsonObject(name);
            if (schema.containsKey("properties") && !schema.containsKey("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
        return document;
    }

    /** Fails where the answer is not one that the document describes. */
    public void check(HttpResponse<String> answer) {
        String reference =
                described(answer.request().method(), answer.request().uri().getRawPath(), answer.statusCode());
        JsonObject response = part(reference);
        headers(answer, response.getJsonObject("headers", new JsonObject()));
        JsonObject content = response.getJsonObject("content");
        if (content == null) {
            assertThat(answer.body()).as("body of %s", reference).isEmpty();
        } else if (!answer.request().method().equals("HEAD")) {
            body(answer, content, reference + "/content/");
        }
    }

    /** Where the document describes this answer. */
    private String described(String method, String path, int status) {
        JsonObject paths = document.getJsonObject("paths");
        String template = paths.fieldNames().stream()
                .filter(known -> path.matches(PARAMETER
                        .matcher(known.replace("$", "\\$").replace("{rest}", ".+"))
                        .replaceAll("[^/]+")))
                .findFirst()
                .orElse(null);
        if (template == null) {
            assertThat(status).as("status of a path that is not described").isEqualTo(404);
            return NOT_FOUND;
        }
        JsonObject operation = paths.getJsonObject(template).getJsonObject(method.toLowerCase(Locale.ROOT));
        if (operation == null) {
            assertThat(status).as("status of a method that is not described").isEqualTo(405);
            return METHOD_NOT_ALLOWED;
        }
        JsonObject responses = operation.getJsonObject("responses");
        String code = String.valueOf(status);
        assertThat(responses.fieldNames())
                .as("answers of %s", operation.getString("operationId"))
                .contains(code);
        String shared = responses.getJsonObject(code).getString("$ref");
        return shared != null
                ? shared
                : "#"
                        + JsonPointer.create()
                                .append("paths")
                                .append(template)
                                .append(method.toLowerCase(Locale.ROOT))
                                .append("responses")
                                .append(code);
    }

    private void headers(HttpResponse<String> answer, JsonObject described) {
        for (String name : described.fieldNames()) {
            String reference = described.getJsonObject(name).getString("$ref");
            assertThat(answer.headers().firstValue(name)).as(name).hasValueSatisfying(value -> assertThat(
                            clauses.validator(reference + "/schema")
                                    .validate(value)
                                    .getValid())
                    .as("%s: %s", name, value)
                    .isTrue());
        }
    }

    private void body(HttpResponse<String> answer, JsonObject content, String reference) {
        String type = answer.headers()
                .firstValue("content-type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        String described = content.containsKey(type) ? type : "*/*";
        assertThat(content.fieldNames()).as("media type").contains(described);
        if (content.getJsonObject(described).containsKey("schema")) {
            String shared =
                    content.getJsonObject(described).getJsonObject("schema").getString("$ref");
            Map<String, ?> object = Body.object(Buffer.buffer(answer.body()));
            OutputUnit verdict = clauses.validator(
                            shared != null ? shared : reference + described.replace("/", "~1") + "/schema")
                    .validate(object);
            assertThat(verdict.getErrors()).as("%s", answer.body()).isNullOrEmpty();
        }
    }

    private JsonObject part(String reference) {
        return (JsonObject)
                requireNonNull(JsonPointer.from(reference.substring(1)).queryJson(document), reference);
    }
}
