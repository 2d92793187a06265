package fr.briseglace.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.briseglace.gateway.SigningKeys.Keys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens: signature by a known asymmetric key, issuer, audience, times, and the binding to the client
 * certificate (RFC 8705). A token that was verified is remembered by its digest, unless it names a patient; times and
 * binding are looked at every time. One for each event loop, for verifiers are not shared.
 */
final class Tokens {
    private static final int LONGEST = 16 * 1024;
    private static final int REMEMBERED = 10_000;

    private final Vertx vertx;
    private final TokenSettings settings;
    private final SigningKeys signing;
    private final InstantSource clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();
    private long verifierGeneration;
    private @Nullable JWTAuth verifier;

    /** Claims whose signature was verified by a key of that generation. */
    private record Verified(JsonObject claims, long generation) {}

    Tokens(Vertx vertx, TokenSettings settings, SigningKeys signing, InstantSource clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * The claims of a token that counts here and now, from the holder of that certificate.
     *
     * @param authorization the {@code Authorization} header
     * @return fails with a {@link ProblemException}, {@code unauthenticated}
     */
    Future<JsonObject> verify(@Nullable String authorization, ClientCertificate certificate) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return refuse("", "Un jeton d'accès est exigé.", "An access token is required.");
        }
        String token = authorization.substring(7).strip();
        if (token.length() > LONGEST) {
            return invalid();
        }
        String digest = digest(token);
        Verified known = verified.getIfPresent(digest);
        if (known != null && known.generation() == signing.current().generation()) {
            return current(known.claims(), certificate);
        }
        return signature(token).compose(fresh -> {
            if (remembers(fresh.claims())) {
                verified.put(digest, fresh);
            }
            return current(fresh.claims(), certificate);
        });
    }

    /** A patient's own token names the patient, and leaves nothing behind. */
    static boolean remembers(JsonObject claims) {
        return !claims.containsKey(Claims.PATIENT);
    }

    private Future<Verified> signature(String token) {
        String keyId = keyId(token);
        if (keyId == null) {
            return invalid();
        }
        return signing.lookFor(keyId)
                .compose(set -> set.ids().contains(keyId) ? signature(token, set) : invalid())
                .recover(failure -> invalid());
    }

    private Future<Verified> signature(String token, Keys set) {
        return verifier(set)
                .authenticate(new TokenCredentials(token))
                .map(user -> new Verified(user.attributes().getJsonObject("accessToken"), set.generation()));
    }

    private JWTAuth verifier(Keys set) {
        if (verifier == null || verifierGeneration != set.generation()) {
            verifierGeneration = set.generation();
            verifier = JWTAuth.create(
                    vertx,
                    new JWTAuthOptions()
                            .setJwks(set.jwks())
                            .setJWTOptions(new JWTOptions()
                                    .setIssuer(settings.issuer())
                                    .addAudience(settings.audience())
                                    .setIgnoreExpiration(true)));
        }
        return verifier;
    }

    /** What may change while a token is remembered: the time, and who presents it. */
    private Future<JsonObject> current(JsonObject claims, ClientCertificate certificate) {
        double now = clock.millis() / 1_000.0;
        boolean expired = !(claims.getValue("exp") instanceof Number expires) || now >= expires.doubleValue();
        boolean early = claims.containsKey("nbf")
                && (!(claims.getValue("nbf") instanceof Number start) || now < start.doubleValue());
        if (expired || early) {
            return invalid();
        }
        JsonObject confirmation = claims.getValue("cnf") instanceof JsonObject cnf ? cnf : new JsonObject();
        if (!(confirmation.getValue("x5t#S256") instanceof String bound) || !same(bound, certificate.thumbprint())) {
            return refuse(
                    "invalid_token",
                    "Le jeton n'est pas lié à ce certificat client.",
                    "The token is not bound to this client certificate.");
        }
        return Future.succeededFuture(claims);
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key a token names, where it names one and an algorithm that counts, and asks for nothing critical, which would
     * have to be understood (RFC 7515); anything else is not looked at.
     */
    private static @Nullable String keyId(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(token.substring(0, dot));
            JsonObject header = new JsonObject(new String(json, StandardCharsets.UTF_8));
            return header.getValue("alg") instanceof String alg
                            && SigningKeys.ALGORITHMS.contains(alg)
                            && !header.containsKey("crit")
                            && header.getValue("kid") instanceof String kid
                    ? kid
                    : null;
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return null;
        }
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> Future<T> invalid() {
        return refuse(
                "invalid_token",
                "Le jeton est invalide, expiré ou destiné à un autre service.",
                "The token is invalid, expired or meant for another service.");
    }

    private static <T> Future<T> refuse(String error, String french, String english) {
        return Future.failedFuture(new ProblemException(Problem.unauthenticated(error, french, english)));
    }
}
