package fr.briseglace.gateway;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.trail.TrailUnavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer: the only place where answers and problems are written, and logged without a name. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final String RETRY_SECONDS = "1";

    private final RoutingContext context;
    private final String trace;

    Exchange(RoutingContext context) {
        this.context = context;
        this.trace = Trace.id(context.request().getHeader("traceparent"), RANDOM);
    }

    HttpServerRequest request() {
        return context.request();
    }

    Buffer body() {
        Buffer bytes = context.body().buffer();
        return bytes == null ? Buffer.buffer() : bytes;
    }

    String path(String name) {
        String value = context.pathParam(name);
        return value == null ? "" : value;
    }

    /**
     * A path parameter that is an identifier of ours.
     *
     * @throws ProblemException {@code not-found} where it is none
     */
    UUID id(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(
                    Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist."));
        }
    }

    HttpServerResponse response() {
        return context.response();
    }

    /** Answers that it is done, with nothing to show. */
    void nothing() {
        context.response().setStatusCode(204).end();
    }

    Tongue tongue() {
        return Tongue.of(request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Answers with JSON. */
    void json(int status, Buffer bytes) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(bytes);
    }

    /** Sets a header of the answer to come. */
    Exchange header(CharSequence name, String value) {
        context.response().putHeader(name, value);
        return this;
    }

    /** Answers whatever failed as the problem it is. */
    void fail(Throwable failure) {
        Problem problem = problem(failure);
        switch (problem.slug()) {
            case INTERNAL ->
                LOG.atError().addKeyValue("trace", trace).setCause(failure).log("a fault of ours");
            case STORE_UNAVAILABLE -> logCause(failure.getCause());
            default -> {}
        }
        problem(problem);
    }

    /** Names the kind of failure alone: what a store says may quote what it holds. */
    private void logCause(@Nullable Throwable cause) {
        LOG.atWarn()
                .addKeyValue("trace", trace)
                .addKeyValue(
                        "cause", cause == null ? "contention" : cause.getClass().getSimpleName())
                .log("the store or the trail is not available");
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case StoreUnavailable store ->
                Problem.of(
                        Slug.STORE_UNAVAILABLE,
                        "Le dossier ne peut être lu pour le moment. Réessayez.",
                        "The record cannot be read for the moment. Try again.");
            case TrailUnavailable trail ->
                Problem.of(
                        Slug.STORE_UNAVAILABLE,
                        "L'accès ne peut être tracé pour le moment : rien n'est communiqué. Réessayez.",
                        "The access cannot be recorded for the moment: nothing is disclosed. Try again.");
            default -> Problem.of(Slug.INTERNAL, "Une erreur interne est survenue.", "An internal error occurred.");
        };
    }

    /** Answers with a problem document. */
    void problem(Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Slug slug = problem.slug();
        LOG.atInfo()
                .addKeyValue("trace", trace)
                .addKeyValue("problem", slug.word())
                .addKeyValue("status", slug.status())
                .log("refused");
        Tongue tongue = tongue();
        if (problem.challenge() != null) {
            response.putHeader("WWW-Authenticate", problem.challenge());
        }
        if (slug.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setStatusCode(slug.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, tongue.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(document(problem, tongue).toBuffer());
    }

    private JsonObject document(Problem problem, Tongue tongue) {
        Slug slug = problem.slug();
        JsonObject document = new JsonObject()
                .put("type", "urn:brise-glace:problem:" + slug.word())
                .put("title", slug.title(tongue))
                .put("status", slug.status())
                .put("detail", problem.detail().in(tongue))
                .put("instance", "urn:brise-glace:trace:" + trace);
        if (problem.accessId() != null) {
            document.put("accessId", problem.accessId().toString());
        }
        if (!problem.errors().isEmpty()) {
            JsonArray errors = new JsonArray();
            problem.errors()
                    .forEach(error -> errors.add(new JsonObject()
                            .put("pointer", error.pointer())
                            .put("message", error.message().in(tongue))));
            document.put("errors", errors);
        }
        return document;
    }
}
