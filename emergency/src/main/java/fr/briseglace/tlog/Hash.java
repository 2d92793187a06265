package fr.briseglace.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A SHA-256 hash of a tree as RFC 6962 (2.1) builds it: leaves and inner nodes are hashed apart, so that neither can
 * pass for the other.
 */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The root of a tree without leaves. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed before.
     *
     * @throws LogFault where these are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new LogFault("a hash does not have 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The hash of an entry. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** The hash of two subtrees side by side. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * Hashes that stand one behind the other.
     *
     * @throws LogFault where the bytes are not a whole number of hashes
     */
    public static List<Hash> list(byte[] bytes) {
        if (bytes.length % LENGTH != 0) {
            throw new LogFault("these bytes are not a whole number of hashes");
        }
        List<Hash> hashes = new ArrayList<>(bytes.length / LENGTH);
        for (int i = 0; i < bytes.length; i += LENGTH) {
            hashes.add(new Hash(Arrays.copyOfRange(bytes, i, i + LENGTH)));
        }
        return hashes;
    }

    /** Hashes, one behind the other. */
    public static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes, 0, bytes, i * LENGTH, LENGTH);
        }
        return bytes;
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In base64, as checkpoints and proofs write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
