package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /fhir/metadata}: what of FHIR is served here, and nothing that is not. */
final class FhirResource {
    private static final String STATEMENT = "/capability-statement.json";
    private static final Ready TEXT = Ready.of(text());

    private FhirResource() {}

    static void metadata(Exchange exchange) {
        exchange.header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.CONTENT_TYPE, Accepted.FHIR.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING.toString())
                .end(TEXT.coded(exchange.takesGzip()));
    }

    private static Buffer text() {
        try (InputStream in = Objects.requireNonNull(FhirResource.class.getResourceAsStream(STATEMENT), STATEMENT)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
