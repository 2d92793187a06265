package fr.briseglace.local.idp;

import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Issues access tokens to personas, each bound to the certificate of the persona's structure (RFC 8705). */
public final class TokenIssuer {
    /** For whom the tokens are. */
    public static final String AUDIENCE = "brise-glace";
    /** Life of a token outside load tests. */
    public static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

    private static final int TOKEN_ID_BYTES = 16;

    private final TokenMint mint;
    private final Map<LocalStructure, String> thumbprints = new EnumMap<>(LocalStructure.class);
    private final String url;
    private final Duration lifetime;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * An issuer that signs with the PKI's token key.
     *
     * @param url claim {@code iss}, such as {@code http://localhost:8089}
     * @param lifetime from now to {@code exp}, at least a second
     * @param random makes token ids
     */
    public TokenIssuer(LocalPki pki, String url, Duration lifetime, InstantSource clock, RandomGenerator random)
            throws IOException, GeneralSecurityException {
        this(new TokenMint(pki.tokenKey()), url, lifetime, clock, random);
        for (LocalStructure structure : LocalStructure.values()) {
            thumbprints.put(structure, pki.thumbprint(structure));
        }
    }

    private TokenIssuer(TokenMint mint, String url, Duration lifetime, InstantSource clock, RandomGenerator random) {
        if (lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("a token lives at least a second");
        }
        this.mint = mint;
        this.url = url;
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
    }

    /** The same issuer once it signs with another key, the only one that it publishes then. */
    public TokenIssuer signingWith(RSAPrivateCrtKey key) throws GeneralSecurityException {
        TokenIssuer next = new TokenIssuer(new TokenMint(key), url, lifetime, clock, random);
        next.thumbprints.putAll(thumbprints);
        return next;
    }

    /** Claim {@code iss} of the tokens. */
    public String url() {
        return url;
    }

    /** From a token's issue to its end. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A token, valid from now on. */
    public String token(Persona persona) {
        long now = clock.instant().getEpochSecond();
        JsonObject claims = Claims.of(persona)
                .put("iss", url)
                .put("aud", AUDIENCE)
                .put("iat", now)
                .put("nbf", now)
                .put("exp", now + lifetime.toSeconds())
                .put("jti", tokenId())
                .put("cnf", new JsonObject().put("x5t#S256", thumbprints.get(persona.structure())));
        try {
            return mint.strike(claims);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with RS256", e);
        }
    }

    /** The keys that tokens are checked with (RFC 7517). */
    public JsonObject keys() {
        return new JsonObject().put("keys", new JsonArray().add(mint.publicKey()));
    }

    private String tokenId() {
        byte[] id = new byte[TOKEN_ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
