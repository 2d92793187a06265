package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    private final HttpClientAgent http;
    private final String uri;
    private final InstantSource clock;
    private volatile Keys current = new Keys(0, List.of(), Set.of());
    private volatile Instant asked = Instant.MIN;
    private @Nullable Future<Keys> asking;

    /**
     * A set of keys.
     *
     * @param generation counts up with every set that was fetched
     * @param jwks as published (RFC 7517), asymmetric signature keys only
     * @param ids their {@code kid}s
     */
    record Keys(long generation, List<JsonObject> jwks, Set<String> ids) {}

    private SigningKeys(Vertx vertx, String uri, InstantSource clock) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.uri = uri;
        this.clock = clock;
    }

    /** Keys published at a URI, asked for at once; start-up does not wait for an answer. */
    public static SigningKeys at(Vertx vertx, String uri, InstantSource clock) {
        SigningKeys keys = new SigningKeys(vertx, uri, clock);
        vertx.setPeriodic(PERIOD.toMillis(), tick -> keys.refresh());
        return keys;
    }

    /** The last good set. */
    Keys current() {
        return current;
    }

    /** The set after a look for a key that was missing; asks at most once in two seconds, whoever asks. */
    Future<Keys> lookFor(String id) {
        if (current.ids().contains(id) || clock.instant().isBefore(nextAsk())) {
            return Future.succeededFuture(current);
        }
        return refresh();
    }

    private Instant nextAsk() {
        return asked.equals(Instant.MIN) ? Instant.MIN : asked.plus(LEAST_BETWEEN);
    }

    /** Asks for the set; never fails, for the last good one remains. */
    public Future<Keys> refresh() {
        synchronized (this) {
            if (asking != null) {
                return asking;
            }
            asked = clock.instant();
            asking = fetch();
        }
        return asking.onComplete(done -> {
            synchronized (this) {
                asking = null;
            }
        });
    }

    private Future<Keys> fetch() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(uri)
                .setTimeout(TIMEOUT_MILLIS);
        return http.request(request)
                .compose(r -> r.send())
                .compose(SigningKeys::body)
                .map(this::usable)
                .onSuccess(keys -> current = keys)
                .onFailure(e -> LOG.warn("the signing keys cannot be refreshed; the last good ones stay in use"))
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

    /** Only keys that sign, asymmetric, and with a name: a symmetric key here would invite key confusion. */
    private Keys usable(JsonObject set) {
        if (!(set.getValue("keys") instanceof JsonArray array)) {
            throw new DecodeException("no keys");
        }
        List<JsonObject> jwks = array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(key -> key.getValue("kid") instanceof String
                        && !"oct".equals(key.getValue("kty"))
                        && !"enc".equals(key.getValue("use"))
                        && (!key.containsKey("alg") || ALGORITHMS.contains(key.getValue("alg"))))
                .toList();
        if (jwks.isEmpty()) {
            throw new DecodeException("no usable key");
        }
        return new Keys(
                current.generation() + 1,
                jwks,
                jwks.stream().map(key -> key.getString("kid")).collect(Collectors.toUnmodifiableSet()));
    }

    /** Stops asking. */
    public Future<Void> close() {
        return http.close();
    }
}
