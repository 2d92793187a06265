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
import java.util.function.Function;
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

    private volatile Sealing sealing;
    /** Nonces count up from a random place among 2^96: no two in a process are the same, nor any two in a fleet. */
    private final int nonceHead;

    private final AtomicLong nonceTail;

    /** The key that seals, and all that open. */
    private record Sealing(Key current, Map<Integer, Key> all) {
        static Sealing of(List<Key> keys) {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a ring needs a key");
            }
            return new Sealing(
                    keys.getFirst(), keys.stream().collect(Collectors.toUnmodifiableMap(Key::id, Function.identity())));
        }
    }

    private KeyRing(SecretKey naming, Sealing sealing, SecureRandom random) {
        this.macs = ThreadLocal.withInitial(() -> mac(naming));
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
        return new KeyRing(new SecretKeySpec(checked(naming), MAC), Sealing.of(keys), random);
    }

    /**
     * Takes other keys from now on. What was sealed with a key that is not among them does not open any more.
     *
     * @param keys the first seals, all open; ids differ
     */
    public void rotate(List<Key> keys) {
        sealing = Sealing.of(keys);
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

    /** The key that seals. */
    Key current() {
        return sealing.current();
    }

    /** The key of that id; null where it is not on the ring. */
    @Nullable
    Key key(int id) {
        return sealing.all().get(id);
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
        Sealing now = sealing;
        return "KeyRing[current=" + now.current().id() + ", ids="
                + new TreeSet<>(now.all().keySet()) + "]";
    }

    /** One AES-256 key and the id under which sealed values refer to it. */
    public static final class Key {
        private final int id;
        private final SecretKey secret;

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
            this.secret = new SecretKeySpec(checked(secret), "AES");
        }

        /** What sealed values call it. */
        public int id() {
            return id;
        }

        SecretKey secret() {
            return secret;
        }
    }
}
