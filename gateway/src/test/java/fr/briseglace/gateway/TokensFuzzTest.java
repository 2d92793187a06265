package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is presented as a token, or stands in one, nobody gets in by it and nothing breaks. */
class TokensFuzzTest {
    private static final String ISSUER = "https://idp.example";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ClientCertificate HOUSE = ClientCertificates.of("1440000001", "thumbprint-of-the-house");
    private static final Signer SIGNER = Signer.rsa("r1");
    private static final Vertx VERTX = Vertx.vertx();
    private static final Provider PROVIDER = new Provider(VERTX).publish(SIGNER.jwk());
    private static final SigningKeys KEYS = SigningKeys.at(VERTX, PROVIDER.uri(), () -> NOW);
    private static final Tokens TOKENS;
    private static final String SOUND = SIGNER.token(new JsonObject()
            .put("iss", ISSUER)
            .put("aud", "brise-glace")
            .put("exp", NOW.getEpochSecond() + 300)
            .put("cnf", new JsonObject().put("x5t#S256", HOUSE.thumbprint())));
    private static final List<String> CLAIMS = List.of(
            "SubjectNameID",
            "SubjectRole",
            "SubjectRefPro",
            "Acces_Regulation_Medicale",
            "role",
            "ins",
            "sub",
            "given_name",
            "family_name",
            "preferred_username");

    static {
        KEYS.refresh().await();
        TOKENS = new Tokens(VERTX, new TokenSettings(ISSUER, "brise-glace", PROVIDER.uri()), KEYS, () -> NOW);
    }

    @AfterContainer
    static void close() {
        KEYS.close().await();
        VERTX.close().await();
    }

    /** Why a token does not count; null where it does. */
    private static @Nullable Throwable refusal(String authorization) {
        return TOKENS.verify(authorization, HOUSE)
                .<@Nullable Throwable>map(claims -> null)
                .otherwise(failure -> failure)
                .await();
    }

    private static void isRefused(String authorization) {
        assertThat(refusal(authorization)).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().slug())
                .isEqualTo(Slug.UNAUTHENTICATED));
    }

    @Property(tries = 4_000)
    void anyTextIsNoToken(@ForAll String text) {
        isRefused(text);
        isRefused("Bearer " + text);
    }

    @Property(tries = 6_000)
    void aDamagedTokenIsNone(
            @ForAll @IntRange(max = 2_000) int from,
            @ForAll @IntRange(max = 3) int length,
            @ForAll("pieces") String piece) {
        int start = from % (SOUND.length() - 4);
        String damaged = SOUND.substring(0, start) + piece + SOUND.substring(start + length);
        if (damaged.strip().equals(SOUND)) {
            assertThat(refusal("Bearer " + damaged)).isNull();
        } else {
            isRefused("Bearer " + damaged);
        }
    }

    @Property(tries = 6_000)
    void anyClaimsOfATrueTokenAreSomebodyOrNobody(@ForAll("claims") JsonObject claims) {
        assertThat(Claims.caller(claims, new Structure("1", "x", StructureKind.UNKNOWN))
                        .toString())
                .startsWith("Caller[");
    }

    @Property(tries = 4_000)
    void anyHeaderIsALanguageAndATrace(@ForAll String header) {
        assertThat(Tongue.of(header)).isNotNull();
        assertThat(Trace.id(header, new Random(1))).matches("[0-9a-f]{32}");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("ABCabc019-_.=+/ é").ofMaxLength(4),
                Arbitraries.of("..", ".", "e30", "eyJhbGciOiJub25lIn0", "\u0000", " "));
    }

    @Provide
    Arbitrary<JsonObject> claims() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200).map(text -> (Object) text),
                Arbitraries.of("VRAI", "FAUX", "10^1.2", "^", "doctor", "patient", "regulation-assistant", "\u0000"),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false),
                Arbitraries.just(
                        new JsonObject().put("exercices", new JsonArray().add(1).addNull())),
                Arbitraries.just(new JsonObject()
                        .put("exercices", new JsonArray().add(new JsonObject().put("codeSavoirFaire", 1)))),
                Arbitraries.just(new JsonArray().add("10^x").add(1)));
        Arbitrary<String> claim = Arbitraries.of(CLAIMS);
        return Combinators.combine(claim, leaf, claim, leaf, claim, leaf)
                .as((one, a, two, b, three, c) ->
                        new JsonObject().put(one, a).put(two, b).put(three, c))
                .withoutEdgeCases();
    }
}
