package fr.briseglace.local.idp;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;

/** Strikes claims into signed tokens: compact JWS (RFC 7515) under RS256. */
final class TokenMint {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;
    private final String keyId;

    TokenMint(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        this.keyId = thumbprint(key);
    }

    /** The token of these claims, typed as an access token (RFC 9068). */
    String strike(JsonObject claims) throws GeneralSecurityException {
        JsonObject header =
                new JsonObject().put("alg", "RS256").put("typ", "at+jwt").put("kid", keyId);
        String signed = encode(header) + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64URL.encodeToString(signature.sign());
    }

    /** The public key as whoever checks these tokens needs it (RFC 7517). */
    JsonObject publicKey() {
        return new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", encode(key.getModulus()))
                .put("e", encode(key.getPublicExponent()));
    }

    /** RFC 7638: members in lexical order, no blank. */
    private static String thumbprint(RSAPrivateCrtKey key) throws GeneralSecurityException {
        String members = "{\"e\":\"" + encode(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + encode(key.getModulus()) + "\"}";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
        return BASE64URL.encodeToString(digest);
    }

    private static String encode(JsonObject json) {
        return BASE64URL.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Big-endian without the sign's leading zero (RFC 7518, 2). */
    private static String encode(BigInteger positive) {
        byte[] bytes = positive.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return BASE64URL.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
