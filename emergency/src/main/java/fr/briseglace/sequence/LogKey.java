package fr.briseglace.sequence;

import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys of logs and witnesses as they stand in files: PKCS #8, PEM, as {@code openssl genpkey} writes them. */
public final class LogKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private LogKey() {}

    /**
     * Reads a key.
     *
     * @param name whose it is
     * @param algorithm what it is to be used for
     * @throws LogFault where it is no Ed25519 key, or the name cannot be a key's
     */
    public static NoteSigner read(String pem, String name, KeyAlgorithm algorithm) {
        Matcher block = PEM.matcher(pem.strip());
        if (!block.matches()) {
            throw new LogFault("the key is not a PKCS #8 private key in PEM");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new NoteSigner(key, new VerifierKey(name, algorithm, publicHalf((EdECPrivateKey) key)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LogFault("the key is not an Ed25519 key");
        }
    }

    /** A new key, in PEM. */
    public static String create() {
        try {
            byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK gives no public key for a private one, but makes a pair of whatever it takes for random. */
    private static byte[] publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(GeneralSecurityException::new);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - VerifierKey.LENGTH, encoded.length);
    }
}
