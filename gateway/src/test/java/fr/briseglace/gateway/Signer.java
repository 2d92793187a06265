package fr.briseglace.gateway;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A signing key of an identity provider.
 *
 * @param id its {@code kid}
 * @param algorithm {@code RS256} or {@code ES256}
 * @param keys the key
 */
record Signer(String id, String algorithm, KeyPair keys) {
    private static final int COORDINATE = 32;

    static Signer rsa(String id) {
        return new Signer(id, "RS256", generate("RSA"));
    }

    static Signer ec(String id) {
        return new Signer(id, "ES256", generate("EC"));
    }

    private static KeyPair generate(String type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            if (type.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as it is published (RFC 7517). */
    JsonObject jwk() {
        JsonObject jwk = new JsonObject().put("kid", id).put("use", "sig").put("alg", algorithm);
        return switch (keys.getPublic()) {
            case RSAPublicKey rsa ->
                jwk.put("kty", "RSA")
                        .put("n", base64(rsa.getModulus().toByteArray()))
                        .put("e", base64(rsa.getPublicExponent().toByteArray()));
            case ECPublicKey ec ->
                jwk.put("kty", "EC")
                        .put("crv", "P-256")
                        .put("x", base64(fixed(ec.getW().getAffineX())))
                        .put("y", base64(fixed(ec.getW().getAffineY())));
            default -> throw new IllegalStateException("no such key");
        };
    }

    /** A token of these claims. */
    String token(JsonObject claims) {
        return token(new JsonObject().put("typ", "JWT").put("alg", algorithm).put("kid", id), claims);
    }

    /** A token with a header of its own, signed with this key whatever the header says. */
    String token(JsonObject header, JsonObject claims) {
        String signed = base64(header.encode()) + "." + base64(claims.encode());
        return signed + "." + base64(sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] sign(byte[] text) {
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("ES256") ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A number in as many bytes as a coordinate of the curve has. */
    static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }
}
