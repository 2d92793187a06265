package fr.briseglace.gateway;

import fr.briseglace.access.Rendering;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
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

    /** Not copied together: the connection does that, as it encrypts. */
    private static Buffer whole(List<Rendering> pieces) {
        return BufferInternal.buffer(
                Unpooled.wrappedBuffer(pieces.stream().map(Rendering::whole).toArray(byte[][]::new)));
    }

    /** Compressed where that is wanted and worth it. */
    static Coded of(Buffer bytes, boolean wanted) {
        boolean gzip = wanted && bytes.length() >= WORTH_IT;
        return new Coded(gzip ? Gzip.whole(bytes) : bytes, gzip);
    }
}
