package fr.briseglace.local.stack;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token taken apart, to be put together again in another way.
 *
 * @param header of the JWS
 * @param claims of the JWT
 */
record Token(JsonObject header, JsonObject claims) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static Token of(String compact) {
        String[] parts = compact.split("\\.", -1);
        return new Token(decode(parts[0]), decode(parts[1]));
    }

    /** A key that nobody publishes. */
    static PrivateKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    Token header(Consumer<JsonObject> change) {
        JsonObject other = header.copy();
        change.accept(other);
        return new Token(other, claims);
    }

    Token claims(Consumer<JsonObject> change) {
        JsonObject other = claims.copy();
        change.accept(other);
        return new Token(header, other);
    }

    /** Under RS256, whatever the header says. */
    String signedBy(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content().getBytes(StandardCharsets.US_ASCII));
        return content() + "." + ENCODER.encodeToString(signature.sign());
    }

    /** Under HS256, with what everybody can read as the secret. */
    String macBy(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return content() + "." + ENCODER.encodeToString(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
    }

    String unsigned() {
        return content() + ".";
    }

    private String content() {
        return encode(header) + "." + encode(claims);
    }

    private static String encode(JsonObject json) {
        return ENCODER.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject decode(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
