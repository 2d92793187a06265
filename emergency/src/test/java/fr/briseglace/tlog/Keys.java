package fr.briseglace.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys for tests. */
public final class Keys {
    private Keys() {}

    /** A new key pair. */
    public static NoteSigner signer(String name, KeyAlgorithm algorithm) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - VerifierKey.LENGTH, encoded.length);
            return new NoteSigner(pair.getPrivate(), new VerifierKey(name, algorithm, raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key of a seed. */
    static PrivateKey of(byte[] seed) {
        try {
            byte[] encoded = HexFormat.of()
                    .parseHex(
                            "302e020100300506032b657004220420" + HexFormat.of().formatHex(seed));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
