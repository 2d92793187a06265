package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.TokenIssuer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that do not count: each is refused before anything is looked up, recorded or told. */
@OnStack
class TokensTest {
    private final Stack stack;
    private final Ins patient;
    private final Caller doctor;

    TokensTest(Stack stack) {
        this.stack = stack;
        this.patient = stack.ordinary().file().ins();
        this.doctor = stack.as("regulateur");
    }

    @AfterAll
    void nothingWasOpenedOrRecordedByAnyOfThem() throws IOException {
        assertThat(Journal.of(stack, patient).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic cmVndWxhdGV1cjpzZWNyZXQ=",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer e30.e30.",
                "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA"
            })
    void whatIsNoTokenDoesNotCount(String authorization) throws IOException {
        refused(doctor.openWith(authorization, Asking.regulation(patient)));
    }

    @Test
    void callWithoutATokenIsToldWhatIsMissing() throws IOException {
        Answer answer = Doors.send(
                stack.doors().of(doctor.persona().structure()),
                stack.doors().api("/v1/patients/" + patient.value() + "/journal"));
        refused(answer);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer").doesNotContain("invalid_token");
    }

    @Test
    void tokenOfWhateverLengthIsRefusedAlike() throws IOException {
        refused(with("a".repeat(6_000)));
    }

    @Test
    void unsignedTokenDoesNotCount() throws IOException, GeneralSecurityException {
        Token token = token("regulateur");
        refused(with(token.header(header -> header.put("alg", "none")).unsigned()));
        refused(with(token.unsigned()));
    }

    @Test
    void tokenSignedWithThePublicKeyAsASecretDoesNotCount() throws IOException, GeneralSecurityException {
        Token token = token("regulateur").header(header -> header.put("alg", "HS256"));
        refused(with(token.macBy(stack.local().issuer().keys().encode())));
    }

    @Test
    void tokenOfAnotherKeyDoesNotCount() throws IOException, GeneralSecurityException {
        refused(with(token("regulateur").signedBy(Token.newKey())));
        Token unknownKey = token("regulateur").header(header -> header.put("kid", "another"));
        refused(with(unknownKey.signedBy(Token.newKey())));
        refused(with(unknownKey.signedBy(stack.local().pki().tokenKey())));
    }

    @Test
    void cutTokenDoesNotCount() throws IOException {
        String whole = stack.token(doctor.persona());
        refused(with(whole.substring(0, whole.length() - 8)));
        refused(with(whole.substring(0, whole.lastIndexOf('.') + 1)));
        refused(with(whole.substring(0, whole.lastIndexOf('.'))));
    }

    @Test
    void claimsOfOneTokenUnderTheSignatureOfAnotherDoNotCount() throws IOException {
        String[] assistant = stack.token(Persona.generated(9)).split("\\.", -1);
        String[] own = stack.token(doctor.persona()).split("\\.", -1);
        refused(with(own[0] + "." + assistant[1] + "." + own[2]));
        refused(with(own[0] + "." + own[1] + "." + assistant[2]));
    }

    @Test
    void expiredTokenDoesNotCount() throws IOException, GeneralSecurityException {
        Instant past = Instant.now().minus(TokenIssuer.USUAL_LIFETIME).minusSeconds(1);
        refused(with(issuer(stack.local().issuer().url(), past).token(doctor.persona())));
    }

    @Test
    void tokenOfTomorrowDoesNotCountYet() throws IOException, GeneralSecurityException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        refused(with(issuer(stack.local().issuer().url(), tomorrow).token(doctor.persona())));
    }

    @Test
    void tokenOfAnotherIssuerDoesNotCount() throws IOException, GeneralSecurityException {
        refused(with(issuer("http://localhost:1", Instant.now()).token(doctor.persona())));
    }

    static Stream<Arguments> claimsThatDoNotCount() {
        return Stream.of(
                claims("another audience", claims -> claims.put("aud", "another-service")),
                claims(
                        "other audiences",
                        claims -> claims.put("aud", new JsonArray().add("one").add("two"))),
                claims("no audience", claims -> claims.remove("aud")),
                claims("no issuer", claims -> claims.remove("iss")),
                claims("no end", claims -> claims.remove("exp")),
                claims("bound to nothing", claims -> claims.remove("cnf")),
                claims("bound in another way", claims -> claims.put("cnf", new JsonObject().put("jkt", "x"))),
                claims("bound to no text", claims -> claims.put("cnf", new JsonObject().put("x5t#S256", 1))));
    }

    private static Arguments claims(String name, Consumer<JsonObject> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimsThatDoNotCount")
    void wellSignedTokenOfOtherClaimsDoesNotCount(String name, Consumer<JsonObject> change)
            throws IOException, GeneralSecurityException {
        refused(with(
                token("regulateur").claims(change).signedBy(stack.local().pki().tokenKey())));
    }

    @Test
    void tokenChangedInNothingAndSignedAgainCounts() throws IOException, GeneralSecurityException {
        String again = token("regulateur")
                .claims(claims -> {})
                .signedBy(stack.local().pki().tokenKey());
        Answer answer = doctor.openWith("Bearer " + again, Asking.regulation("279035121518989", Ins.TEST));
        assertThat(answer.status()).isNotEqualTo(401);
    }

    @Test
    void stolenTokenDoesNotCountFromAnotherHouse() throws IOException {
        String stolen = stack.token(doctor.persona());
        Answer answer = stack.as("urgentiste").openWith("Bearer " + stolen, Asking.breakGlass(patient));
        refused(answer);
        assertThat(answer.header("www-authenticate")).contains("invalid_token");
        assertThat(doctor.openWith("Bearer " + stolen, Asking.regulation("279035121518989", Ins.TEST))
                        .status())
                .isNotEqualTo(401);
        refused(stack.as("urgentiste").openWith("Bearer " + stolen, Asking.breakGlass(patient)));
    }

    private Answer with(String token) throws IOException {
        return doctor.openWith("Bearer " + token, Asking.regulation(patient));
    }

    private static void refused(Answer answer) {
        Refused.as(answer, 401, "unauthenticated");
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        assertThat(answer.accessId()).isEmpty();
    }

    private Token token(String name) {
        return Token.of(stack.token(stack.as(name).persona()));
    }

    private TokenIssuer issuer(String url, Instant now) throws IOException, GeneralSecurityException {
        return new TokenIssuer(stack.local().pki(), url, TokenIssuer.USUAL_LIFETIME, () -> now, new SecureRandom());
    }
}
