package fr.briseglace.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.briseglace.gateway.limits.RateLimited;
import fr.briseglace.gateway.limits.Strangers;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Structure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;

/** Finds out who is calling: the house by its certificate, the person by a token bound to it. */
final class Gate {
    private final Tokens tokens;
    private final Function<String, Structure> directory;
    private final Strangers strangers;
    private final Revocations revocations;
    /** What each connection showed, for as long as the connection itself is known. */
    private final Map<HttpConnection, Optional<ClientCertificate>> certificates = new WeakHashMap<>();

    private final Cache<JsonObject, Caller> callers =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /**
     * The gate of one event loop.
     *
     * @param directory the structure of an id, of unknown kind where the directory does not have it
     * @param strangers where all begin, and those do not stay who show who they are
     * @param revocations which certificates count no more
     */
    Gate(Tokens tokens, Function<String, Structure> directory, Strangers strangers, Revocations revocations) {
        this.tokens = tokens;
        this.directory = directory;
        this.strangers = strangers;
        this.revocations = revocations;
    }

    /**
     * Lets a request on to where somebody looks at it.
     *
     * @throws RateLimited where too many strangers come from its sender's address
     */
    void pass(HttpServerRequest request) {
        strangers.pass(request.connection().remoteAddress());
    }

    /** A request that had passed is turned away unseen: that must not count against whoever sent it. */
    void sentAway(HttpServerRequest request) {
        strangers.known(request.connection().remoteAddress());
    }

    /** Who sent the request; fails with a {@link ProblemException} where nobody known did. */
    Future<Caller> caller(HttpServerRequest request) {
        ClientCertificate certificate = certificate(request.connection()).orElse(null);
        if (certificate == null) {
            return Future.failedFuture(new ProblemException(Problem.unauthenticated(
                    "invalid_request", "Un certificat client est exigé.", "A client certificate is required.")));
        }
        if (!revocations.stands(certificate)) {
            return Future.failedFuture(new ProblemException(Problem.unauthenticated(
                    "invalid_token",
                    "Le certificat client n'est plus valable.",
                    "The client certificate is no longer valid.")));
        }
        return tokens.verify(request.getHeader(HttpHeaders.AUTHORIZATION), certificate)
                .onSuccess(claims -> strangers.known(request.connection().remoteAddress()))
                .map(claims -> caller(claims, directory.apply(certificate.structureId())));
    }

    /** Read once a token, for as long as the token is remembered, and again when the directory has changed. */
    private Caller caller(JsonObject claims, Structure structure) {
        Caller known = callers.getIfPresent(claims);
        if (known != null && known.structure().equals(structure)) {
            return known;
        }
        Caller caller = Claims.caller(claims, structure);
        if (Tokens.remembers(claims)) {
            callers.put(claims, caller);
        }
        return caller;
    }

    /** Parsed once a connection. */
    private Optional<ClientCertificate> certificate(HttpConnection connection) {
        Optional<ClientCertificate> known = certificates.get(connection);
        if (known != null) {
            return known;
        }
        Optional<ClientCertificate> shown = Optional.ofNullable(ClientCertificate.of(connection));
        certificates.put(connection, shown);
        return shown;
    }
}
