package fr.briseglace.trail;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A record's place-holder in the public log: a commitment that says nothing of the record to whoever lacks its salt.
 *
 * @param salt 32 random bytes, erased when the record must be forgotten
 * @param hash leaf hash as in RFC 6962, over HMAC-SHA256(salt, canonical bytes of the record)
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are.
public record Leaf(byte[] salt, byte[] hash) {
    /** Length of a salt, bytes. */
    public static final int SALT = 32;

    private static final byte LEAF_PREFIX = 0;

    /** Commits to a record under a salt. */
    public static Leaf of(byte[] salt, AccessRecord record) {
        return of(salt, RecordCodec.encode(record));
    }

    /** Commits to an erasure under a salt. */
    public static Leaf of(byte[] salt, Erasure erasure) {
        return of(salt, erasure.canonical());
    }

    private static Leaf of(byte[] salt, byte[] canonical) {
        return new Leaf(salt, leafHash(commitment(salt, canonical)));
    }

    private static byte[] commitment(byte[] salt, byte[] canonical) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has " + SALT + " bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(canonical);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] leafHash(byte[] entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LEAF_PREFIX);
            return digest.digest(entry);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf leaf && Arrays.equals(salt, leaf.salt) && Arrays.equals(hash, leaf.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Says the hash at most. */
    @Override
    public String toString() {
        return "Leaf[…]";
    }
}
