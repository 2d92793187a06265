package fr.briseglace.gateway;

import fr.briseglace.law.Caller;
import fr.briseglace.law.Structure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds out who is calling: the house by its certificate, the person by a token bound to it. */
final class Gate {
    private final Tokens tokens;
    private final Function<String, Structure> directory;
    private final Map<HttpConnection, Optional<ClientCertificate>> certificates = new HashMap<>();

    /**
     * The gate of one event loop.
     *
     * @param directory the structure of an id, of unknown kind where the directory does not have it
     */
    Gate(Tokens tokens, Function<String, Structure> directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /** Who sent the request; fails with a {@link ProblemException} where nobody known did. */
    Future<Caller> caller(HttpServerRequest request) {
        ClientCertificate certificate = certificate(request.connection()).orElse(null);
        if (certificate == null) {
            return Future.failedFuture(new ProblemException(Problem.unauthenticated(
                    "invalid_request", "Un certificat client est exigé.", "A client certificate is required.")));
        }
        return tokens.verify(request.getHeader(HttpHeaders.AUTHORIZATION), certificate)
                .map(claims -> Claims.caller(claims, directory.apply(certificate.structureId())));
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

    /** Forgets a connection that has ended. */
    void ended(HttpConnection connection) {
        certificates.remove(connection);
    }

    /** How many connections it knows. */
    int connections() {
        return certificates.size();
    }
}
