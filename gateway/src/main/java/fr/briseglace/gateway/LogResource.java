package fr.briseglace.gateway;

import fr.briseglace.sequence.LogIdentity;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.tlog.TileId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /log/…}: the transparency log, to anybody, as C2SP tlog-tiles has it. */
final class LogResource {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String A_SECOND = "public, max-age=1";
    private static final String AN_HOUR = "public, max-age=3600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");
    private static final Problem NO_CHECKPOINT = Problem.of(
            Slug.STORE_UNAVAILABLE,
            "Le journal public n'a pas encore de point de contrôle.",
            "The public log has no checkpoint yet.");

    private final TransparencyLog log;
    private final Supplier<LogIdentity> identity;

    LogResource(TransparencyLog log, Supplier<LogIdentity> identity) {
        this.log = log;
        this.identity = identity;
    }

    void checkpoint(Exchange exchange) {
        log.checkpoint()
                .onSuccess(note -> answer(exchange, TEXT, A_SECOND, note.map(Buffer::buffer), NO_CHECKPOINT))
                .onFailure(failure -> unreadable(exchange));
    }

    void cosigned(Exchange exchange) {
        log.cosigned()
                .onSuccess(note -> answer(exchange, TEXT, A_SECOND, note.map(Buffer::buffer), NOT_FOUND))
                .onFailure(failure -> unreadable(exchange));
    }

    void key(Exchange exchange) {
        String key = identity.get().signer().verifier().text() + "\n";
        answer(exchange, TEXT, AN_HOUR, Optional.of(Buffer.buffer(key)), NOT_FOUND);
    }

    void nextKey(Exchange exchange) {
        Optional<Buffer> key = identity.get().successors().stream()
                .findFirst()
                .map(next -> Buffer.buffer(next.verifier().text() + "\n"));
        answer(exchange, TEXT, AN_HOUR, key, NOT_FOUND);
    }

    void tile(Exchange exchange) {
        TileId id = TileId.parse(exchange.path("rest"));
        Future<Optional<byte[]>> found = id == null ? Future.succeededFuture(Optional.empty()) : log.tile(id);
        found.onSuccess(bytes -> answer(
                        exchange,
                        "application/octet-stream",
                        id != null && id.full() ? FOR_EVER : AN_HOUR,
                        bytes.map(Buffer::buffer),
                        NOT_FOUND))
                .onFailure(failure -> unreadable(exchange));
    }

    /** Hashes do not compress, and a checkpoint is too small for it. */
    private static void answer(
            Exchange exchange, String type, String caching, Optional<Buffer> body, Problem otherwise) {
        HttpServerResponse response = exchange.response();
        if (body.isEmpty()) {
            exchange.problem(otherwise);
        } else if (!response.ended() && !response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(body.get());
        }
    }

    private static void unreadable(Exchange exchange) {
        exchange.problem(Problem.bare(Slug.STORE_UNAVAILABLE));
    }
}
