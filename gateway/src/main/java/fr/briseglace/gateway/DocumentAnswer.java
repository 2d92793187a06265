package fr.briseglace.gateway;

import fr.briseglace.access.Documents.Content;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.Set;

/**
 * Answers with the content of a document: whole, one range of it, or not again where the caller has it. Never compressed:
 * the tag and the ranges are those of the bytes as they were deposited.
 */
final class DocumentAnswer {
    private static final Set<String> SHOWN_INLINE =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain");

    private DocumentAnswer() {}

    static void to(Exchange exchange, Content content) {
        String tag = '"' + HexFormat.of().formatHex(content.card().sha256()) + '"';
        HttpServerResponse response = exchange.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        if (EntityTag.held(exchange.request(), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        String mediaType = content.card().mediaType();
        boolean inline = SHOWN_INLINE.contains(mediaType);
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(
                        "Content-Disposition",
                        (inline ? "inline" : "attachment") + "; filename=\""
                                + content.card().id() + suffix(mediaType) + '"');
        range(exchange, response, tag, content.content());
    }

    private static void range(Exchange exchange, HttpServerResponse response, String tag, byte[] bytes) {
        String asked = exchange.request().getHeader("Range");
        ByteRange range = asked == null || EntityTag.otherwise(exchange.request(), tag)
                ? null
                : ByteRange.of(asked, bytes.length);
        if (range == null) {
            response.setStatusCode(200).end(Buffer.buffer(bytes));
        } else if (range.empty()) {
            response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + bytes.length)
                    .end();
        } else {
            response.setStatusCode(206)
                    .putHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + bytes.length)
                    .end(Buffer.buffer(bytes).slice(range.first(), range.last() + 1));
        }
    }

    private static String suffix(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/tiff" -> ".tiff";
            case "text/plain" -> ".txt";
            case "text/rtf", "application/rtf" -> ".rtf";
            default -> ".xml";
        };
    }
}
