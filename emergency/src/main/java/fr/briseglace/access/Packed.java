package fr.briseglace.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Bytes that are kept small, and made whole again when they are asked for. */
final class Packed {
    private static final int BLOCK_PIECE = 4096;

    private Packed() {}

    /** Packs bytes: quickly rather than as small as can be. */
    static byte[] pack(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 6 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** Packs bytes into blocks of DEFLATE (RFC 1951) that end with a byte and are not the last, as part of a longer stream. */
    static byte[] blocks(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        byte[] piece = new byte[BLOCK_PIECE];
        try {
            deflater.setInput(bytes);
            int length;
            do {
                length = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
                packed.write(piece, 0, length);
            } while (length == piece.length);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /**
     * Makes {@link #blocks} whole.
     *
     * @param length how many bytes they were made of
     * @throws IllegalArgumentException where they were not
     */
    static byte[] whole(byte[] blocks, int length) {
        Inflater inflater = new Inflater(true);
        byte[] bytes = new byte[length];
        try {
            inflater.setInput(blocks);
            int read = 0;
            while (read < length) {
                int more = inflater.inflate(bytes, read, length - read);
                if (more == 0) {
                    throw new IllegalArgumentException("cut off");
                }
                read += more;
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException(damaged);
        } finally {
            inflater.end();
        }
    }

    /**
     * Makes them whole.
     *
     * @throws UncheckedIOException where they were not packed
     */
    static byte[] unpack(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
