package fr.briseglace.local.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens checked the way a stranger would: with the published key and nothing of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIssuerTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.987Z");
    private static final String URL = "http://localhost:8089";

    private Path folder;
    private LocalPki pki;
    private TokenIssuer issuer;

    @BeforeAll
    void firstStart(@TempDir Path pkiFolder) throws IOException, GeneralSecurityException {
        folder = pkiFolder;
        pki = LocalPki.open(folder, NOON);
        issuer = issuer(pki);
    }

    @Test
    void aTokenVerifiesWithThePublishedKey() throws GeneralSecurityException {
        assertThat(verifies(issuer.token(Persona.generated(1)), issuer.keys())).isTrue();
    }

    @Test
    void anAlteredTokenDoesNot() throws GeneralSecurityException {
        String[] parts = issuer.token(Persona.generated(1)).split("\\.", -1);
        String other = issuer.token(Persona.generated(2)).split("\\.", -1)[1];

        assertThat(verifies(parts[0] + "." + other + "." + parts[2], issuer.keys()))
                .isFalse();
    }

    @Test
    void afterARotationOnlyTheNewKeyIsPublishedAndVerifies() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        TokenIssuer next = issuer.signingWith(
                (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        assertThat(verifies(next.token(Persona.generated(1)), next.keys())).isTrue();
        assertThat(verifies(issuer.token(Persona.generated(1)), next.keys())).isFalse();
    }

    @Test
    void aTokenOutlivesARestart() throws IOException, GeneralSecurityException {
        String token = issuer.token(Persona.generated(1));

        TokenIssuer restarted = issuer(LocalPki.open(folder, NOON.plusSeconds(60)));

        assertThat(verifies(token, restarted.keys())).isTrue();
        assertThat(restarted.keys()).isEqualTo(issuer.keys());
    }

    @Test
    void theHeaderNamesTheKeyAndTheType() {
        JsonObject header = part(issuer.token(Persona.generated(1)), 0);

        assertThat(header.getString("alg")).isEqualTo("RS256");
        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(header.getString("kid")).isEqualTo(key(issuer.keys()).getString("kid"));
    }

    @Test
    void aTokenSaysForWhomAndForHowLong() {
        JsonObject claims = part(issuer.token(Persona.generated(1)), 1);

        assertThat(claims.getString("iss")).isEqualTo(URL);
        assertThat(claims.getString("aud")).isEqualTo("brise-glace");
        assertThat(claims.getLong("iat")).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.getLong("nbf")).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.getLong("exp")).isEqualTo(NOON.getEpochSecond() + 300);
    }

    @Test
    void aTokenIsBoundToItsStructuresCertificate() throws IOException, GeneralSecurityException {
        JsonObject claims = part(issuer.token(Persona.generated(1)), 1);

        assertThat(claims.getJsonObject("cnf").getString("x5t#S256"))
                .isEqualTo(pki.thumbprint(LocalStructure.SAMU_44))
                .isNotEqualTo(pki.thumbprint(LocalStructure.SAMU_75));
    }

    @Test
    void noTwoTokensHaveTheSameId() {
        assertThat(IntStream.range(0, 50).mapToObj(i -> part(issuer.token(Persona.generated(1)), 1)
                        .getString("jti")))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 22);
    }

    @Test
    void theKeyIdIsTheThumbprintOfRfc7638() throws GeneralSecurityException {
        JsonObject key = key(issuer.keys());
        String canonical = new JsonObject()
                .put("e", key.getString("e"))
                .put("kty", "RSA")
                .put("n", key.getString("n"))
                .encode();

        assertThat(Base64.getUrlDecoder().decode(key.getString("kid")))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theKeySetHoldsNoPrivatePart() {
        assertThat(key(issuer.keys()).fieldNames()).containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
    }

    @Test
    void aLifetimeOfNothingIsRefused() {
        assertThatThrownBy(() -> new TokenIssuer(pki, URL, Duration.ZERO, () -> NOON, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TokenIssuer issuer(LocalPki pki) throws IOException, GeneralSecurityException {
        return new TokenIssuer(pki, URL, TokenIssuer.USUAL_LIFETIME, () -> NOON, new Random(1));
    }

    static boolean verifies(String token, JsonObject keys) throws GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        JsonObject key = key(keys);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e")))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return parts.length == 3 && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger number(String base64url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
    }

    private static JsonObject key(JsonObject keys) {
        return keys.getJsonArray("keys").getJsonObject(0);
    }

    private static JsonObject part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }
}
