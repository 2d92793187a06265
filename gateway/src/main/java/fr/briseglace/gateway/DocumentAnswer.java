package fr.briseglace.gateway;

import fr.briseglace.access.Documents.Content;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers with the content of a document: whole, one range of it, or not again where the caller has it. */
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
        if (tag.equals(exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
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
        range(exchange, response, content.content());
    }

    private static void range(Exchange exchange, HttpServerResponse response, byte[] bytes) {
        String asked = exchange.request().getHeader("Range");
        ByteRange range = asked == null ? null : ByteRange.of(asked, bytes.length);
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

    /**
     * One range of bytes.
     *
     * @param first first byte
     * @param last last byte; before the first where nothing of the content lies in the range
     */
    record ByteRange(int first, int last) {
        boolean empty() {
            return last < first;
        }

        /** A single range of a {@code Range} header; null where the header is none, or several: the whole is given. */
        static @Nullable ByteRange of(String header, int length) {
            if (!header.startsWith("bytes=") || header.indexOf(',') >= 0) {
                return null;
            }
            String[] ends = header.substring(6).strip().split("-", -1);
            if (ends.length != 2) {
                return null;
            }
            try {
                if (ends[0].isEmpty()) {
                    int tail = Integer.parseUnsignedInt(ends[1]);
                    return tail == 0 ? new ByteRange(0, -1) : new ByteRange(Math.max(0, length - tail), length - 1);
                }
                int first = Integer.parseUnsignedInt(ends[0]);
                int last = ends[1].isEmpty() ? length - 1 : Integer.parseUnsignedInt(ends[1]);
                if (!ends[1].isEmpty() && last < first) {
                    return null;
                }
                return first >= length ? new ByteRange(0, -1) : new ByteRange(first, Math.min(last, length - 1));
            } catch (NumberFormatException notNumbers) {
                return null;
            }
        }
    }
}
