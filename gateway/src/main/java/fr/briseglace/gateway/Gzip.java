package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses answers for those who accept it (RFC 9110, 12.5.3), by gzip (RFC 1952), which everybody knows who does. */
final class Gzip {
    /** The word for it. */
    static final String CODING = "gzip";

    /** A header longer than this says nothing. */
    private static final int LONGEST = 1_000;

    /** Deflated, without a time, flags or a name, of an unknown system. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final byte STORED = 0;
    private static final byte STORED_AND_LAST = 1;
    private static final int LONGEST_STORED = 0xffff;

    private Gzip() {}

    /** Whether an {@code Accept-Encoding} header wants it. */
    static boolean acceptedBy(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return false;
        }
        Double gzip = null;
        double any = 0;
        for (String coding : header.split(",", -1)) {
            String[] parts = coding.strip().toLowerCase(Locale.ROOT).split(";", -1);
            switch (parts[0].strip()) {
                case CODING, "x-gzip" -> gzip = Accepted.weight(parts);
                case "*" -> any = Accepted.weight(parts);
                default -> {}
            }
        }
        return (gzip == null ? any : gzip) > 0;
    }

    /** All of it, compressed now. */
    static Buffer whole(Buffer bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length() / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(packed.toByteArray());
    }

    /**
     * What was compressed before between two short pieces that were not.
     *
     * @param before at most 65,535 bytes
     * @param content what {@code deflated} is when it is not compressed
     * @param deflated blocks of DEFLATE (RFC 1951) that end with a byte and are not the last
     * @param after at most 65,535 bytes
     */
    static Buffer around(byte[] before, byte[] content, byte[] deflated, byte[] after) {
        CRC32 check = new CRC32();
        check.update(before);
        check.update(content);
        check.update(after);
        Buffer stream = Buffer.buffer(HEAD.length + before.length + deflated.length + after.length + 18)
                .appendBytes(HEAD);
        return stored(stored(stream, STORED, before).appendBytes(deflated), STORED_AND_LAST, after)
                .appendIntLE((int) check.getValue())
                .appendIntLE(before.length + content.length + after.length);
    }

    private static Buffer stored(Buffer stream, byte kind, byte[] bytes) {
        if (bytes.length > LONGEST_STORED) {
            throw new IllegalArgumentException("too long for a stored block");
        }
        return stream.appendByte(kind)
                .appendShortLE((short) bytes.length)
                .appendShortLE((short) ~bytes.length)
                .appendBytes(bytes);
    }
}
