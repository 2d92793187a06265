package fr.briseglace.gateway;

import fr.briseglace.access.Rendering;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    /** An empty block that is the last. */
    private static final byte[] LAST = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final byte STORED = 0;
    private static final int STORED_HEAD = 5;
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

    /** All of these one after the other, each as it was compressed before. */
    static Buffer together(List<Rendering> pieces) {
        CRC32 check = new CRC32();
        int length = 0;
        Buffer stream = Buffer.buffer(HEAD);
        for (Rendering piece : pieces) {
            byte[] whole = piece.whole();
            check.update(whole);
            length += whole.length;
            stream.appendBytes(piece.deflated());
        }
        return stream.appendBytes(LAST).appendIntLE((int) check.getValue()).appendIntLE(length);
    }

    /**
     * Bytes that are not worth compressing, as they go between others.
     *
     * @throws IllegalArgumentException where there are more than 65,535
     */
    static Rendering stored(byte[] bytes) {
        if (bytes.length > LONGEST_STORED) {
            throw new IllegalArgumentException("too long for a stored block");
        }
        return new Stored(bytes);
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
    private record Stored(byte[] whole) implements Rendering {
        @Override
        public byte[] deflated() {
            return Buffer.buffer(STORED_HEAD + whole.length)
                    .appendByte(STORED)
                    .appendShortLE((short) whole.length)
                    .appendShortLE((short) ~whole.length)
                    .appendBytes(whole)
                    .getBytes();
        }
    }
}
