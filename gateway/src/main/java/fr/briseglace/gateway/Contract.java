package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIVersion;
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

    /** Reads the document; fails with an {@link IllegalStateException} where it is no OpenAPI 3.1. */
    static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::bytes)
                .compose(text -> of(requireNonNull(text, RESOURCE)).checked(vertx));
    }

    /** Of a document that is still to be checked. */
    static Contract of(Buffer text) {
        try {
            return new Contract(text);
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("openapi.yaml cannot be read as YAML", unreadable);
        }
    }

    /** The same, once it is known to be OpenAPI 3.1 and to describe its requests in a way that can be checked. */
    Future<Contract> checked(Vertx vertx) {
        return OpenAPIVersion.V3_1
                .getRepository(vertx, Clauses.BASE)
                .compose(schemas -> OpenAPIVersion.V3_1.validateContract(vertx, schemas, document()))
                .map(this::valid);
    }

    private Contract valid(OutputUnit verdict) {
        if (!verdict.getValid()) {
            throw new IllegalStateException("openapi.yaml is no OpenAPI 3.1 document, see "
                    + verdict.getErrors().getLast().getInstanceLocation());
        }
        clauses();
        return this;
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
