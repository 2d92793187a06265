package fr.briseglace.cache;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that stay in memory for long, kept so that a dump of the memory shows nothing to read: AES-256 in counter mode
 * under a key that this process made for itself. Half a microsecond for 8 KiB. The key is in the same memory, so this keeps
 * names from being read in dumps; it does not stop somebody who has the whole of one and looks for the key.
 */
public final class Shrouded {
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;
    private static final SecretKey KEY = key();
    /** The upper half of where each counter starts; the lower half counts the blocks of one value. */
    private static final AtomicLong STARTS = new AtomicLong();

    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Shrouded::cipher);

    private final byte[] bytes;
    private final long start;

    private Shrouded(byte[] bytes, long start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** Keeps a copy of these. */
    public static Shrouded of(byte[] clear) {
        long start = STARTS.getAndIncrement();
        return new Shrouded(crossed(clear, start), start);
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** A clear copy of them. */
    public byte[] clear() {
        return crossed(bytes, start);
    }

    private static byte[] crossed(byte[] bytes, long start) {
        byte[] iv = ByteBuffer.allocate(IV_BYTES).putLong(start).array();
        try {
            Cipher cipher = CIPHERS.get();
            cipher.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    private static SecretKey key() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    /** Shows how many there are, and none of them. */
    @Override
    public String toString() {
        return "Shrouded[" + bytes.length + "]";
    }
}
