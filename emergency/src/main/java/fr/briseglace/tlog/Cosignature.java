package fr.briseglace.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A witness's word that, at a time, a checkpoint was the largest it knew of that log and fitted all earlier ones.
 *
 * @param seconds since the epoch; never negative
 * @param signature Ed25519, 64 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Cosignature(long seconds, byte[] signature) {
    private static final int LENGTH = Long.BYTES + 64;

    /** Reads what stands in a note; null where it is none. */
    static @Nullable Cosignature read(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return null;
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        return seconds < 0 ? null : new Cosignature(seconds, Arrays.copyOfRange(bytes, Long.BYTES, LENGTH));
    }

    /** When it was given. */
    Instant at() {
        return Instant.ofEpochSecond(seconds);
    }

    /** As it stands in a note. */
    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /** What it is over. */
    byte[] message(String text) {
        return message(seconds, text);
    }

    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
