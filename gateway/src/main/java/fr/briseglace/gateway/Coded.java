package fr.briseglace.gateway;

import fr.briseglace.access.Rendering;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * The bytes of an answer as they go out.
 *
 * @param gzip whether they are compressed
 */
record Coded(Buffer bytes, boolean gzip) {
    /** What is shorter gains nothing. */
    private static final int WORTH_IT = 1_000;

    static Coded plain(Buffer bytes) {
        return new Coded(bytes, false);
    }

    /** All of these one after the other, as they were compressed before where that is wanted. */
    static Coded together(List<Rendering> pieces, boolean wanted) {
        return wanted ? new Coded(Gzip.together(pieces), true) : plain(whole(pieces));
    }

    private static Buffer whole(List<Rendering> pieces) {
        List<byte[]> parts = pieces.stream().map(Rendering::whole).toList();
        Buffer bytes =
                Buffer.buffer(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(bytes::appendBytes);
        return bytes;
    }

    /** Compressed where that is wanted and worth it. */
    static Coded of(Buffer bytes, boolean wanted) {
        boolean gzip = wanted && bytes.length() >= WORTH_IT;
        return new Coded(gzip ? Gzip.whole(bytes) : bytes, gzip);
    }
}
