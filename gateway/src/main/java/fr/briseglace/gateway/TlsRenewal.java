package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves with a new certificate, key or set of authorities once their files were written anew, without a restart. Who
 * is connected stays so; the next handshake shows the new certificate. Files that do not fit together change nothing.
 */
final class TlsRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(TlsRenewal.class);

    private final Vertx vertx;
    private final Config config;
    private final Edges edges;
    private final WrittenFiles written;

    /** Renews what edges show. */
    TlsRenewal(Vertx vertx, Config config, Edges edges) {
        this.vertx = vertx;
        this.config = config;
        this.edges = edges;
        this.written = new WrittenFiles(List.of(config.certificate(), config.privateKey(), config.clientAuthorities()));
    }

    /** Looks whether there is something new, and serves with it. Fails where it cannot be used. */
    Future<Boolean> lookAgain() {
        return vertx.executeBlocking(written::anew)
                .compose(anew -> Boolean.TRUE.equals(anew) ? renew() : Future.succeededFuture(false));
    }

    private Future<Boolean> renew() {
        return edges.renew(Tls.options(config))
                .onSuccess(done -> LOG.info("serving with the certificate written anew"))
                .onFailure(e -> LOG.warn("the certificate written anew cannot be used; the one in use stays"));
    }
}
