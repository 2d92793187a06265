package fr.briseglace.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Canonical bytes in the making: a version byte, then fields in a fixed order. Texts are UTF-8 behind a four-byte length,
 * absent ones a length of −1; times are microseconds since the epoch; numbers are big-endian.
 */
final class CanonicalBytes {
    /** The length of an absent text. */
    static final int ABSENT = -1;

    /** An absent time is the lowest number, which no clock shows. */
    static final long NEVER = Long.MIN_VALUE;

    private ByteBuffer out = ByteBuffer.allocate(512);

    CanonicalBytes(byte version) {
        out.put(version);
    }

    void uuid(UUID id) {
        number(id.getMostSignificantBits());
        number(id.getLeastSignificantBits());
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    void time(@Nullable Instant time) {
        number(time == null ? NEVER : ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    void text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
        } else {
            block(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void block(byte[] bytes) {
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    /** The buffer, with room for so many bytes more. */
    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(out.capacity() * 2 + bytes).put(out.flip());
        }
        return out;
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
