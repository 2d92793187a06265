package fr.briseglace.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A value as it lies in Redis: {@code version (1) | key id (1) | nonce (12) | AES-256-GCM ciphertext and tag (16)}. The
 * seal covers the head and the name it is stored under, so a value found under another name does not open.
 */
public final class SealedValue {
    static final int NONCE_BYTES = 12;

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 2;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = HEAD_BYTES + NONCE_BYTES + TAG_BITS / 8;

    private SealedValue() {}

    /** Seals a value for the place of that name. */
    public static byte[] seal(KeyRing ring, String name, byte[] value) {
        KeyRing.Key key = ring.current();
        byte[] head = {VERSION, (byte) key.id()};
        byte[] nonce = ring.nextNonce();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, head, name).doFinal(value);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                    .put(head)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The value; null where it was altered, sealed for another name, with a key no longer held or in another format. */
    public static byte @Nullable [] open(KeyRing ring, String name, byte[] sealed) {
        if (sealed.length < SHORTEST || sealed[0] != VERSION) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] head = new byte[HEAD_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(head).get(nonce);
        KeyRing.Key key = ring.key(Byte.toUnsignedInt(head[1]));
        if (key == null) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key.secret(), nonce, head, name)
                    .doFinal(sealed, in.position(), in.remaining());
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] head, String name)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
