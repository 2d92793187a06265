package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/** What every problem document has, whatever the problem. */
final class Documents {
    private Documents() {}

    /** The document of an answer, which must be that problem. */
    static JsonObject problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        JsonObject document = new JsonObject(answer.body());
        assertThat(document.getString("type")).isEqualTo("urn:brise-glace:problem:" + slug);
        assertThat(document.getInteger("status")).isEqualTo(status);
        assertThat(document.getString("title")).isNotBlank();
        assertThat(document.getString("detail")).isNotBlank();
        assertThat(document.getString("instance")).matches("urn:brise-glace:trace:[0-9a-f]{32}");
        assertThat(document.fieldNames())
                .isSubsetOf("type", "title", "status", "detail", "instance", "accessId", "errors");
        return document;
    }
}
