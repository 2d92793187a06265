package fr.briseglace.local.stack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What came back.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param body as text
 */
record Answer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEM = "urn:brise-glace:problem:";

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The header's value, empty where there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonObject json() {
        return new JsonObject(body);
    }

    /** Which problem it is, as the contract names them; empty where it is none. */
    String slug() {
        String type = header("content-type").equals("application/problem+json") ? json().getString("type") : "";
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }

    String id() {
        return json().getString("id");
    }

    /** The record of a refusal. */
    String accessId() {
        return json().getString("accessId", "");
    }

    JsonObject summary() {
        return json().getJsonObject("summary");
    }

    /** All items of all sections. */
    List<JsonObject> items() {
        return summary().getJsonObject("sections").stream()
                .flatMap(section -> ((JsonObject) section.getValue()).getJsonArray("items").stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    List<JsonObject> sources() {
        return objects(summary().getJsonArray("sources"));
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
