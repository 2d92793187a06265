package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document that the public API follows: served as it is, and made into the clauses that requests are held
 * to.
 */
final class Contract {
    private static final String RESOURCE = "/openapi.yaml";

    private final Buffer text;
    private final String tag;
    private final JsonObject document;

    private Contract(Buffer text) {
        this.text = text;
        this.tag = '"' + HexFormat.of().formatHex(Sha256.of(text.getBytes())) + '"';
        this.document = json(text);
    }

    /** Reads the document beside whatever else is done. That it is OpenAPI 3.1 was checked before it was packed. */
    static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(() -> of(bytes()), false).map(read -> requireNonNull(read, RESOURCE));
    }

    /** Of a document; fails with an {@link IllegalStateException} where it is no YAML. */
    static Contract of(Buffer text) {
        try {
            return new Contract(text);
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("openapi.yaml cannot be read as YAML", unreadable);
        }
    }

    /** What each operation takes, by {@code operationId}; for one event loop alone. */
    Map<String, Clause> clauses() {
        return new Clauses(document()).read();
    }

    /** The document as JSON; the caller's own copy. */
    JsonObject document() {
        return document.copy();
    }

    /** The document as it is served. */
    Buffer text() {
        return text;
    }

    /** Names this text, as in {@code ETag}. */
    String tag() {
        return tag;
    }

    private static Buffer bytes() throws IOException {
        try (InputStream in = requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Buffer.buffer(in.readAllBytes());
        }
    }

    /** Through text, for parts that YAML says twice by an alias must not be one and the same here. */
    private static JsonObject json(Buffer yaml) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.toString());
        return new JsonObject(new JsonObject(document).encode());
    }
}
