package fr.briseglace.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a cache: a key that seals, older ones that still open, and one that turns identities into names. The
 * naming key outlives the others: names that changed with every rotation would lose what is stored under them.
 */
public final class KeyRing {
    /** Bytes of a secret. */
    public static final int SECRET_BYTES = 32;

    private static final String MAC = "HmacSHA256";

    /** Looked up and keyed once a thread: names are made several times a request. */
    private final ThreadLocal<Mac> macs;

    private final int currentId;
    private final Map<Integer, SecretKey> sealing;
    /** Nonces count up from a random place among 2^96: no two in a process are the same, nor any two in a fleet. */
    private final int nonceHead;

    private final AtomicLong nonceTail;

    private KeyRing(SecretKey naming, int currentId, Map<Integer, SecretKey> sealing, SecureRandom random) {
        this.macs = ThreadLocal.withInitial(() -> mac(naming));
        this.currentId = currentId;
        this.sealing = sealing;
        this.nonceHead = random.nextInt();
        this.nonceTail = new AtomicLong(random.nextLong());
    }

    /**
     * A ring of these secrets, each of {@value #SECRET_BYTES} bytes.
     *
     * @param naming makes names of identities
     * @param keys the first seals, all open; ids differ
     * @param random where nonces start
     */
    public static KeyRing of(byte[] naming, List<Key> keys, SecureRandom random) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a ring needs a key");
        }
        Map<Integer, SecretKey> sealing = keys.stream()
                .collect(Collectors.toUnmodifiableMap(Key::id, key -> new SecretKeySpec(key.secret, "AES")));
        return new KeyRing(new SecretKeySpec(checked(naming), MAC), keys.get(0).id(), sealing, random);
    }

    /**
     * The name of an identity: {@code prefix} and the HMAC-SHA256 of {@code identity} in base64url. Says nothing of the
     * identity to those without the naming key.
     */
    public String name(String prefix, String identity) {
        return prefix
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(identity.getBytes(StandardCharsets.UTF_8)));
    }

    int currentId() {
        return currentId;
    }

    @Nullable
    SecretKey key(int id) {
        return sealing.get(id);
    }

    byte[] nextNonce() {
        return ByteBuffer.allocate(SealedValue.NONCE_BYTES)
                .putInt(nonceHead)
                .putLong(nonceTail.getAndIncrement())
                .array();
    }

    private byte[] hmac(byte[] message) {
        return macs.get().doFinal(message);
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a secret must have " + SECRET_BYTES + " bytes");
        }
        return secret.clone();
    }

    /** Shows the ids, never a secret. */
    @Override
    public String toString() {
        return "KeyRing[current=" + currentId + ", ids=" + new TreeSet<>(sealing.keySet()) + "]";
    }

    /** One AES-256 key and the id under which sealed values refer to it. */
    public static final class Key {
        private final int id;
        private final byte[] secret;

        /**
         * A key.
         *
         * @param id 0 to 255
         * @param secret {@value KeyRing#SECRET_BYTES} bytes
         */
        public Key(int id, byte[] secret) {
            if (id < 0 || id > 255) {
                throw new IllegalArgumentException("the id of a key must be 0 to 255");
            }
            this.id = id;
            this.secret = checked(secret);
        }

        /** What sealed values call it. */
        public int id() {
            return id;
        }
    }
}
