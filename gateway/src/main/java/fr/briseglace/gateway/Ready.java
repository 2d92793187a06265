package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;

/** Bytes that are the same for everybody, compressed once. */
record Ready(Buffer plain, Buffer packed) {
    static Ready of(Buffer bytes) {
        return new Ready(bytes, Gzip.whole(bytes));
    }

    Coded coded(boolean gzip) {
        return new Coded(gzip ? packed : plain, gzip);
    }
}
