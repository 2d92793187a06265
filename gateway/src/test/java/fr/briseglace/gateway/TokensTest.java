package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String ISSUER = "https://idp.example/realms/sante";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final ClientCertificate HOUSE = ClientCertificates.of("1440000001", "thumbprint-of-the-house");
    private static final ClientCertificate OTHER = ClientCertificates.of("1750000001", "thumbprint-of-another");
    private static final Signer RSA = Signer.rsa("r1");
    private static final Signer EC = Signer.ec("e1");

    private final Vertx vertx = Vertx.vertx();
    private final Provider provider = new Provider(vertx).publish(RSA.jwk(), EC.jwk());
    private Instant now = NOW;
    private final SigningKeys keys = SigningKeys.at(vertx, provider.uri(), () -> now);
    private final Tokens tokens =
            new Tokens(vertx, new TokenSettings(ISSUER, "brise-glace", provider.uri()), keys, () -> now);

    @BeforeEach
    void askForKeys() {
        keys.refresh().await();
    }

    @AfterEach
    void close() {
        keys.close().await();
        vertx.close().await();
    }

    private static JsonObject claims() {
        return new JsonObject()
                .put("iss", ISSUER)
                .put("aud", "brise-glace")
                .put("sub", "somebody")
                .put("iat", SECONDS)
                .put("exp", SECONDS + 300)
                .put("cnf", new JsonObject().put("x5t#S256", HOUSE.thumbprint()));
    }

    private JsonObject accepted(String token) {
        return tokens.verify("Bearer " + token, HOUSE).await();
    }

    private void refused(String token) {
        refused(token, HOUSE);
    }

    private void refused(String token, ClientCertificate certificate) {
        Throwable failure = tokens.verify("Bearer " + token, certificate)
                .map(claims -> (Throwable) new AssertionError("accepted"))
                .otherwise(e -> e)
                .await();
        assertThat(failure).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo(Slug.UNAUTHENTICATED))
                .satisfies(problem ->
                        assertThat(problem.headers().get("WWW-Authenticate")).contains("error=\"invalid_token\"")));
    }

    @Test
    void tokenOfEitherKeyIsAccepted() {
        assertThat(accepted(RSA.token(claims())).getString("sub")).isEqualTo("somebody");
        assertThat(accepted(EC.token(claims())).getString("sub")).isEqualTo("somebody");
    }

    @Test
    void oneOfSeveralAudiencesIsEnough() {
        assertThat(accepted(RSA.token(
                        claims().put("aud", new JsonArray().add("other").add("brise-glace")))))
                .isNotNull();
    }

    static Stream<UnaryOperator<JsonObject>> claimsThatDoNotCount() {
        return Stream.of(
                claims -> claims.put("iss", "https://idp.example/realms/other"),
                claims -> without(claims, "iss"),
                claims -> claims.put("iss", new JsonArray().add(ISSUER)),
                claims -> claims.put("aud", "other"),
                claims -> claims.put("aud", new JsonArray()),
                claims -> claims.put("aud", "brise-glace "),
                claims -> without(claims, "aud"),
                claims -> claims.put("exp", SECONDS - 1),
                claims -> claims.put("exp", SECONDS),
                claims -> claims.put("exp", Long.MIN_VALUE),
                claims -> claims.put("exp", "4102444800"),
                claims -> claims.putNull("exp"),
                claims -> without(claims, "exp"),
                claims -> claims.put("nbf", SECONDS + 1),
                claims -> claims.put("nbf", Long.MAX_VALUE),
                claims -> claims.put("nbf", "0"),
                claims -> without(claims, "cnf"),
                claims -> claims.put("cnf", HOUSE.thumbprint()),
                claims -> claims.put("cnf", new JsonObject()),
                claims -> claims.put("cnf", new JsonObject().put("x5t#S256", 1)),
                claims -> claims.put("cnf", new JsonObject().put("x5t#S256", "")),
                claims -> claims.put("cnf", new JsonObject().put("jkt", HOUSE.thumbprint())),
                claims -> claims.put("cnf", new JsonObject().put("x5t#S256", OTHER.thumbprint())));
    }

    private static JsonObject without(JsonObject claims, String name) {
        claims.remove(name);
        return claims;
    }

    @ParameterizedTest
    @MethodSource
    void claimsThatDoNotCount(UnaryOperator<JsonObject> change) {
        refused(RSA.token(change.apply(claims())));
    }

    @Test
    void hugeTimesAreTimesToo() {
        assertThat(accepted(RSA.token(claims().put("exp", Long.MAX_VALUE).put("nbf", Long.MIN_VALUE))))
                .isNotNull();
        assertThat(accepted(RSA.token(claims().put("exp", 1e300)))).isNotNull();
    }

    @Test
    void withoutATokenTheChallengeNamesNoError() {
        for (String header : new String[] {null, "", "Bearer", "Basic dTpw", "Bearertoken"}) {
            assertThat(tokens.verify(header, HOUSE)
                            .map("accepted")
                            .otherwise(e ->
                                    ((ProblemException) e).problem().headers().get("WWW-Authenticate"))
                            .await())
                    .isEqualTo("Bearer realm=\"brise-glace\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d",
                "e30.e30.e30",
                "é.é.é",
                "\u0000.\u0000",
                "bnVsbA.e30.",
                "W10.W10."
            })
    void garbageIsNoToken(String garbage) {
        refused(garbage);
    }

    @Test
    void algorithmNoneIsRefused() {
        for (String none : new String[] {"none", "None", "NONE", ""}) {
            JsonObject header = new JsonObject().put("alg", none).put("kid", RSA.id());
            String unsigned = Signer.base64(header.encode()) + "." + Signer.base64(claims().encode()) + ".";
            refused(unsigned);
            refused(unsigned + Signer.base64("signature"));
        }
        String signed = RSA.token(claims());
        refused(signed.substring(0, signed.lastIndexOf('.') + 1));
        refused(signed.substring(0, signed.lastIndexOf('.')));
    }

    @Test
    void publicKeyIsNoSharedSecret() throws GeneralSecurityException {
        byte[] der = RSA.keys().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : new byte[][] {
            der,
            pem.getBytes(StandardCharsets.US_ASCII),
            RSA.jwk().getString("n").getBytes(StandardCharsets.US_ASCII)
        }) {
            JsonObject header = new JsonObject().put("alg", "HS256").put("kid", RSA.id());
            String text = Signer.base64(header.encode()) + "." + Signer.base64(claims().encode());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(text + "." + Signer.base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void keyOfTheTokensOwnIsNotUsed() {
        Signer stranger = Signer.rsa("r1");
        refused(stranger.token(claims()));
        refused(stranger.token(
                new JsonObject().put("alg", "RS256").put("kid", "r1").put("jwk", stranger.jwk()), claims()));
        refused(stranger.token(
                new JsonObject().put("alg", "RS256").put("kid", "r2").put("jwk", stranger.jwk()), claims()));
    }

    @Test
    void headerMustNameAKeyThatFitsAndNothingCritical() {
        refused(RSA.token(new JsonObject().put("alg", "RS256"), claims()));
        refused(RSA.token(new JsonObject().put("alg", "RS256").put("kid", 1), claims()));
        refused(RSA.token(new JsonObject().put("alg", "RS256").put("kid", "e1"), claims()));
        refused(RSA.token(new JsonObject().put("alg", "ES256").put("kid", "r1"), claims()));
        refused(RSA.token(new JsonObject().put("alg", "RS384").put("kid", "r1"), claims()));
        refused(RSA.token(
                new JsonObject()
                        .put("alg", "RS256")
                        .put("kid", "r1")
                        .put("crit", new JsonArray().add("b64"))
                        .put("b64", false),
                claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "e1"})
    void changedTokenIsRefused(String key) {
        Signer signer = key.equals("r1") ? RSA : EC;
        String[] right = signer.token(claims()).split("\\.", -1);
        String[] others = signer.token(claims().put("sub", "else")).split("\\.", -1);

        refused(right[0] + "." + others[1] + "." + right[2]);
        refused(right[0] + "." + right[1] + "." + others[2]);
        refused(right[0] + "." + right[1] + "." + right[2].substring(0, right[2].length() - 4));
        refused(right[0] + "." + right[1] + "." + right[2] + "AAAA");
        refused(right[0] + "." + right[1] + "." + right[2] + "." + right[2]);
    }

    @Test
    void ecdsaSignatureOfZerosIsNone() {
        String[] right = EC.token(claims()).split("\\.", -1);
        for (byte filling : new byte[] {0, -1}) {
            byte[] signature = new byte[64];
            Arrays.fill(signature, filling);
            refused(right[0] + "." + right[1] + "." + Signer.base64(signature));
        }
    }

    /** Anybody can turn one ECDSA signature into its twin; that must give nothing that the first did not. */
    @Test
    void twinOfAnEcdsaSignatureIsBoundAndExpiresLikeTheFirst() {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        String[] right = EC.token(claims()).split("\\.", -1);
        byte[] signature = Base64.getUrlDecoder().decode(right[2]);
        byte[] s = Signer.fixed(order.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))));
        System.arraycopy(s, 0, signature, 32, 32);
        String twin = right[0] + "." + right[1] + "." + Signer.base64(signature);

        assertThat(accepted(twin)).isEqualTo(accepted(String.join(".", right)));
        refused(twin, OTHER);
        now = NOW.plusSeconds(300);
        refused(twin);
    }

    @Test
    void oversizeTokenIsNotLookedAt() {
        refused(RSA.token(claims().put("filling", "x".repeat(16 * 1024))));
    }

    @Test
    void rememberedTokenExpires() {
        String token = RSA.token(claims());
        assertThat(accepted(token)).isNotNull();

        now = NOW.plusSeconds(299);
        assertThat(accepted(token)).isNotNull();
        now = NOW.plusSeconds(300);
        refused(token);
    }

    @Test
    void rememberedTokenStaysBoundToItsCertificate() {
        String token = RSA.token(claims());
        assertThat(accepted(token)).isNotNull();

        refused(token, OTHER);
    }

    @Test
    void rememberedTokenEndsWithItsKey() {
        String token = RSA.token(claims());
        assertThat(accepted(token)).isNotNull();

        provider.publish(EC.jwk());
        keys.refresh().await();
        now = NOW.plus(Duration.ofSeconds(3));
        refused(token);
    }

    @Test
    void verificationGoesOnWithTheLastGoodKeys() {
        provider.answer(500, "{}");
        keys.refresh().await();

        assertThat(Objects.requireNonNull(accepted(RSA.token(claims()))).getString("sub"))
                .isEqualTo("somebody");
    }
}
