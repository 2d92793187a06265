package fr.briseglace.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key by which notes are checked (C2SP signed-note).
 *
 * @param name whose it is; without spaces and plus signs
 * @param algorithm what it is for
 * @param bytes of the Ed25519 public key, 32
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content below.
public record VerifierKey(String name, KeyAlgorithm algorithm, byte[] bytes) {
    /** Bytes of an Ed25519 public key. */
    public static final int LENGTH = 32;

    private static final int SIGNATURE = 64;
    private static final int LONGEST_NAME = 200;
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Refuses names that a note cannot carry. */
    public VerifierKey {
        if (!isName(name) || bytes.length != LENGTH) {
            throw new LogFault("the verifier key cannot be read");
        }
        bytes = bytes.clone();
    }

    /** Whether a key may have that name. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /**
     * Reads {@code name+hash+key}.
     *
     * @throws LogFault where it is none, or its hash is not that of name and key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        byte[] key = parts.length == 3 ? Base64Strict.decode(parts[2]) : null;
        KeyAlgorithm algorithm = key == null || key.length != LENGTH + 1 ? null : KeyAlgorithm.of(key[0]);
        if (key == null || algorithm == null) {
            throw new LogFault("the verifier key cannot be read");
        }
        VerifierKey read = new VerifierKey(parts[0], algorithm, Arrays.copyOfRange(key, 1, key.length));
        if (!HexFormat.of().toHexDigits(read.id()).equals(parts[1])) {
            throw new LogFault("the verifier key's hash does not fit its name and key");
        }
        return read;
    }

    /** As it is told to others: {@code name+hash+key}. */
    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** By which signatures name it. */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(typed())).getInt();
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + LENGTH)
                .put((byte) algorithm.code())
                .put(bytes)
                .array();
    }

    /** Whether a signature that names this key is by it, over that text. */
    public boolean verifies(String text, NoteSignature signature) {
        byte[] given = signature.bytes();
        return switch (algorithm) {
            case ED25519 -> verifies(text.getBytes(StandardCharsets.UTF_8), given);
            case COSIGNATURE -> {
                Cosignature cosignature = Cosignature.read(given);
                yield cosignature != null && verifies(cosignature.message(text), cosignature.signature());
            }
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return signature.length == SIGNATURE && ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded =
                ByteBuffer.allocate(X509.length + LENGTH).put(X509).put(bytes).array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The key's 32 bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && algorithm == key.algorithm
                && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        return text();
    }
}
