package fr.briseglace.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of a record, version 1: a version byte, then every field in a fixed order. Texts are UTF-8 behind
 * a four-byte length, absent ones a length of −1; times are microseconds since the epoch; numbers are big-endian. Two
 * different records never have the same bytes.
 */
public final class RecordCodec {
    /** The encoding this class writes. */
    public static final byte VERSION = 1;

    private static final int ABSENT = -1;

    private ByteBuffer out = ByteBuffer.allocate(512);

    private RecordCodec() {}

    /** The canonical bytes of a record. */
    public static byte[] encode(AccessRecord r) {
        RecordCodec codec = new RecordCodec();
        codec.room(1).put(VERSION);
        codec.uuid(r.recordId());
        codec.time(r.at());
        codec.text(r.kind().word());
        codec.uuid(r.accessId());
        codec.uuid(r.patientId());
        codec.text(r.mode().code());
        codec.text(r.caller().id());
        codec.text(r.caller().name());
        codec.text(r.caller().role().word());
        codec.text(r.caller().structure().id());
        codec.text(r.caller().structure().name());
        codec.text(r.caseId());
        codec.text(r.reason() == null ? null : r.reason().code());
        codec.text(r.reason() == null ? null : r.reason().text());
        codec.text(r.subject());
        codec.text(r.refusal() == null ? null : r.refusal().slug());
        codec.number(r.recordVersion());
        codec.time(r.expiresAt());
        codec.room(1).put((byte) (r.degraded() ? 1 : 0));
        return codec.bytes();
    }

    private void uuid(UUID id) {
        number(id.getMostSignificantBits());
        number(id.getLeastSignificantBits());
    }

    private void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** An absent time is the lowest number, which no clock shows. */
    private void time(@Nullable Instant time) {
        number(time == null ? Long.MIN_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private void text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    /** The buffer, with room for so many bytes more. */
    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(out.capacity() * 2 + bytes).put(out.flip());
        }
        return out;
    }

    private byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
