package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.impl.jose.JWK;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity provider's signing keys: refreshed from time to time and, at a limited rate, when a token names a key
 * that is not among them. The last good set stays in use while the provider cannot be asked.
 */
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int LARGEST_SET = 256 * 1024;
    /** Signature algorithms that count, all asymmetric. */
    static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    private static final Set<String> KEY_TYPES = Set.of("RSA", "EC");

    private final Vertx vertx;
    private final HttpClientAgent http;
    private final String uri;
    private final InstantSource clock;
    private final long timer;
    private final AtomicReference<@Nullable Future<Keys>> asking = new AtomicReference<>();
    private volatile Keys current = new Keys(0, List.of(), Set.of());
    private volatile Instant asked = Instant.EPOCH;

    /**
     * A set of keys.
     *
     * @param generation counts up with every set that was fetched
     * @param jwks as published (RFC 7517), asymmetric signature keys only
     * @param ids their {@code kid}s
     */
    record Keys(long generation, List<JsonObject> jwks, Set<String> ids) {}

    private SigningKeys(Vertx vertx, String uri, InstantSource clock) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.uri = uri;
        this.clock = clock;
        this.timer = vertx.setPeriodic(PERIOD.toMillis(), tick -> refresh());
    }

    /** Keys published at a URI, asked for every five minutes and when {@link #refresh} is called. */
    public static SigningKeys at(Vertx vertx, String uri, InstantSource clock) {
        return new SigningKeys(vertx, uri, clock);
    }

    /** The last good set. */
    Keys current() {
        return current;
    }

    /**
     * The set after a look for a key that was missing; asks at most once in two seconds, whoever asks. Who comes while
     * it is being asked for waits for it: when a key is rotated, its first tokens come all at once.
     */
    Future<Keys> lookFor(String id) {
        // First, for by then the set that it brings may be there.
        Future<Keys> underWay = asking.get();
        return current.ids().contains(id) ? Future.succeededFuture(current) : lookAgain(underWay);
    }

    /** Whether there is any key, without which nobody can be known; where there is none, it is looked for likewise. */
    Future<Boolean> any() {
        Future<Keys> underWay = asking.get();
        return current.ids().isEmpty()
                ? lookAgain(underWay).map(set -> !set.ids().isEmpty())
                : Future.succeededFuture(true);
    }

    private Future<Keys> lookAgain(@Nullable Future<Keys> underWay) {
        if (underWay != null) {
            return underWay;
        }
        return justAsked(clock.instant()) ? Future.succeededFuture(current) : refresh();
    }

    /** What was asked after now was asked before the clock was set back, nobody knows how long ago. */
    private boolean justAsked(Instant now) {
        return !now.isBefore(asked) && now.isBefore(asked.plus(LEAST_BETWEEN));
    }

    /** Asks for the set, once for all who ask meanwhile; never fails, for the last good one remains. */
    public Future<Keys> refresh() {
        Promise<Keys> answer = Promise.promise();
        Future<Keys> underWay = asking.compareAndExchange(null, answer.future());
        if (underWay != null) {
            return underWay;
        }
        asked = clock.instant();
        // On an event loop whoever asks: from any other thread the answer may be over before its body is waited for.
        vertx.runOnContext(loop -> fetch().onComplete(keys -> {
            asking.set(null);
            answer.complete(keys.result());
        }));
        return answer.future();
    }

    private Future<Keys> fetch() {
        RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(uri);
        return http.request(request)
                .compose(HttpClientRequest::send)
                .compose(SigningKeys::body)
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .map(this::usable)
                .onSuccess(keys -> current = keys)
                .onFailure(e -> LOG.atWarn()
                        .addKeyValue("cause", e.toString())
                        .log("the signing keys cannot be refreshed; the last good ones stay in use"))
                .otherwise(e -> current);
    }

    private static Future<JsonObject> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("status " + response.statusCode());
        }
        return response.body().map(bytes -> {
            if (bytes.length() > LARGEST_SET) {
                throw new DecodeException("too large");
            }
            return new JsonObject(bytes);
        });
    }

    /** The keys that can verify; the set in use where nothing has changed. */
    private Keys usable(JsonObject set) {
        if (!(set.getValue("keys") instanceof JsonArray array)) {
            throw new DecodeException("no keys");
        }
        List<JsonObject> jwks = array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(SigningKeys::verifies)
                .toList();
        if (jwks.isEmpty()) {
            throw new DecodeException("no usable key");
        }
        return jwks.equals(current.jwks())
                ? current
                : new Keys(
                        current.generation() + 1,
                        jwks,
                        jwks.stream().map(key -> key.getString("kid")).collect(Collectors.toUnmodifiableSet()));
    }

    /** Only keys that sign, asymmetric, and with a name: a symmetric key here would invite key confusion. */
    private static boolean verifies(JsonObject key) {
        return key.getValue("kid") instanceof String
                && KEY_TYPES.contains(key.getValue("kty"))
                && !"enc".equals(key.getValue("use"))
                && (!key.containsKey("alg") || ALGORITHMS.contains(key.getValue("alg")))
                && loads(key);
    }

    /** The verifier would only log a key that is not what it says, and verify with none. */
    private static boolean loads(JsonObject key) {
        try {
            return new JWK(key).publicKey() != null;
        } catch (RuntimeException notAKey) {
            return false;
        }
    }

    /** Stops asking. */
    public Future<Void> close() {
        vertx.cancelTimer(timer);
        return http.close();
    }
}
