package fr.briseglace.trail;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
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

    private RecordCodec() {}

    /** The canonical bytes of a record. */
    public static byte[] encode(AccessRecord r) {
        CanonicalBytes codec = new CanonicalBytes(VERSION);
        codec.uuid(r.recordId());
        codec.time(r.at());
        codec.text(r.kind().word());
        codec.uuid(r.accessId());
        codec.uuid(r.patientId());
        codec.text(r.mode() == null ? null : r.mode().code());
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
        codec.flag(r.degraded());
        return codec.bytes();
    }

    /**
     * The record that these bytes are of. What records do not keep of a caller, its specialties and the kind of its
     * house, comes back empty and unknown.
     *
     * @throws IllegalArgumentException where they are not the canonical bytes of any record
     */
    public static AccessRecord decode(byte[] canonical) {
        try {
            AccessRecord record = read(ByteBuffer.wrap(canonical));
            if (Arrays.equals(encode(record), canonical)) {
                return record;
            }
        } catch (BufferUnderflowException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("these are not the bytes of a record", e);
        }
        throw new IllegalArgumentException("these are not the bytes of a record");
    }

    private static AccessRecord read(ByteBuffer in) {
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("not a version that we read");
        }
        return new AccessRecord(
                readUuid(in),
                known(readTime(in)),
                RecordKind.of(known(readText(in))),
                readUuid(in),
                readUuid(in),
                readMode(in),
                readCaller(in),
                readText(in),
                readReason(in),
                readText(in),
                readRefusal(in),
                in.getLong(),
                readTime(in),
                in.get() == 1);
    }

    private static @Nullable AccessMode readMode(ByteBuffer in) {
        String code = readText(in);
        return code == null ? null : known(AccessMode.of(code));
    }

    private static Caller readCaller(ByteBuffer in) {
        String id = known(readText(in));
        String name = known(readText(in));
        Role role = Role.ofWord(known(readText(in)));
        Structure structure = new Structure(known(readText(in)), known(readText(in)), StructureKind.UNKNOWN);
        return new Caller(role, id, name, Set.of(), false, structure);
    }

    private static @Nullable Reason readReason(ByteBuffer in) {
        String code = readText(in);
        String text = readText(in);
        return code == null ? null : new Reason(code, text);
    }

    private static @Nullable Refusal readRefusal(ByteBuffer in) {
        String slug = readText(in);
        return slug == null ? null : Refusal.of(slug);
    }

    private static UUID readUuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static @Nullable Instant readTime(ByteBuffer in) {
        long micros = in.getLong();
        return micros == CanonicalBytes.NEVER ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable String readText(ByteBuffer in) {
        int length = in.getInt();
        if (length == CanonicalBytes.ABSENT) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("what every record has is missing");
        }
        return value;
    }
}
