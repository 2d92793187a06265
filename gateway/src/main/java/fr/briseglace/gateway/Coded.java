package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;

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

    /** Compressed where that is wanted and worth it. */
    static Coded of(Buffer bytes, boolean wanted) {
        boolean gzip = wanted && bytes.length() >= WORTH_IT;
        return new Coded(gzip ? Gzip.whole(bytes) : bytes, gzip);
    }
}
