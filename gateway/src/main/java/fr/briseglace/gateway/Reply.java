package fr.briseglace.gateway;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.access.TooLate;
import fr.briseglace.gateway.limits.RateLimited;
import fr.briseglace.gateway.overload.Overloaded;
import fr.briseglace.store.StoreAway;
import fr.briseglace.trail.TrailUnavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to one request: the only place where answers and problems are written, and logged without a name. */
class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final Problem AWAY = Problem.of(
            Slug.STORE_UNAVAILABLE,
            "Le dossier ne peut être lu pour le moment. Réessayez.",
            "The record cannot be read for the moment. Try again.");
    private static final Problem INTERNAL =
            Problem.of(Slug.INTERNAL, "Une erreur interne est survenue.", "An internal error occurred.");
    /** What decides in which form a problem is told. */
    private static final String CHOSEN_BY = "accept, accept-language, accept-encoding";

    private static final String RETRY_SECONDS = "1";

    private final HttpServerRequest request;
    private final String trace;

    Reply(HttpServerRequest request) {
        this.request = request;
        this.trace = Trace.id(request.getHeader("traceparent"), ThreadLocalRandom.current());
    }

    final HttpServerRequest request() {
        return request;
    }

    final HttpServerResponse response() {
        return request.response();
    }

    /** The language of the caller. */
    final Tongue tongue() {
        return Tongue.of(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** In which form the caller wants the answer; under {@code /fhir} there is but one. */
    final Accepted accepted() {
        String path = request.path();
        if (path != null && path.startsWith("/fhir/")) {
            return Accepted.FHIR;
        }
        return Accepted.of(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT)));
    }

    /** Answers that it is done, with nothing to show. */
    final void nothing() {
        if (!response().ended() && !response().closed()) {
            response().setStatusCode(204).end();
        }
    }

    /** Answers with JSON. */
    final void json(int status, Buffer bytes) {
        answer(status, JSON, bytes);
    }

    /** The same with bytes as they go out. */
    final void json(int status, Coded coded) {
        answer(status, JSON, coded);
    }

    /** Answers with bytes of a media type, which nobody may keep. */
    final void answer(int status, String mediaType, Buffer bytes) {
        answer(status, mediaType, Coded.of(bytes, takesGzip()));
    }

    /** Whether the caller wants answers compressed. */
    final boolean takesGzip() {
        return Gzip.acceptedBy(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_ENCODING)));
    }

    /** The same with bytes as they go out. */
    final void answer(int status, String mediaType, Coded coded) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        end(coded);
    }

    /** Ends the answer, of which everything else is said, with bytes as they go out. */
    final void end(Coded coded) {
        if (coded.gzip()) {
            response().putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
        }
        response().end(coded.bytes());
    }

    /** Sets a header of the answer to come. */
    final Reply header(CharSequence name, String value) {
        request.response().putHeader(name, value);
        return this;
    }

    /** Answers whatever failed as the problem it is. */
    final void fail(Throwable failure) {
        Problem problem = problem(failure);
        switch (problem.slug()) {
            case INTERNAL ->
                LOG.atError()
                        .addKeyValue("trace", trace)
                        .setCause(new Fault(failure))
                        .log("a fault of ours");
            case STORE_UNAVAILABLE ->
                LOG.atWarn()
                        .addKeyValue("trace", trace)
                        .setCause(new Fault(failure))
                        .log("the store or the trail is not available");
            default -> {}
        }
        problem(problem);
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case RateLimited limited -> Problem.rateLimited(limited);
            case Overloaded overloaded -> Problem.overloaded(overloaded);
            case TooLate late -> Problem.overloaded(new Overloaded());
            case StoreUnavailable store -> AWAY;
            case TrailUnavailable trail ->
                Problem.of(
                        Slug.STORE_UNAVAILABLE,
                        "L'accès ne peut être tracé pour le moment : rien n'est communiqué. Réessayez.",
                        "The access cannot be recorded for the moment: nothing is disclosed. Try again.");
            default -> StoreAway.says(failure) ? AWAY : INTERNAL;
        };
    }

    /** Answers with a problem document, or with the outcome that FHIR has for it. */
    final void problem(Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Slug slug = problem.slug();
        tell(slug);
        Tongue tongue = tongue();
        if (slug.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        problem.headers().forEach(response::putHeader);
        boolean fhir = accepted() == Accepted.FHIR;
        JsonObject document = fhir ? OperationOutcome.of(problem, tongue) : document(problem, tongue);
        response.setStatusCode(slug.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, fhir ? Accepted.FHIR.mediaType() : PROBLEM)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, tongue.tag())
                .putHeader(HttpHeaders.VARY, CHOSEN_BY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(document.toBuffer());
    }

    /** Those turned away in an overload are counted and not written down one by one, which would feed it. */
    private void tell(Slug slug) {
        if (slug != Slug.OVERLOADED) {
            LOG.atInfo()
                    .addKeyValue("trace", trace)
                    .addKeyValue("problem", slug.word())
                    .addKeyValue("status", slug.status())
                    .log("refused");
        }
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
