package fr.briseglace.watch;

import fr.briseglace.tlog.SignedNote;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /add-checkpoint}, for whoever has a checkpoint that the log signed; bounded in size and time. */
final class WitnessServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(?<host>[^\\s/]+):(?<port>\\d{1,5})");
    private static final int LARGEST = 2 * SignedNote.LONGEST;
    private static final int PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;
    private final Cosigner cosigner;

    private WitnessServer(Vertx vertx, Cosigner cosigner) {
        this.vertx = vertx;
        this.cosigner = cosigner;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setIdleTimeout(PATIENCE_SECONDS).setMaxInitialLineLength(1024))
                .requestHandler(this::handle);
    }

    /** Listens; port 0 takes any free one. */
    static WitnessServer start(String address, Cosigner cosigner) throws Unchecked {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new Unchecked("--listen must be an address such as localhost:8000");
        }
        WitnessServer witness = new WitnessServer(Vertx.vertx(), cosigner);
        try {
            witness.server
                    .listen(Integer.parseInt(parts.group("port")), parts.group("host"))
                    .await();
            return witness;
        } catch (Exception e) { // Of whatever kind: waiting throws what made it fail.
            witness.close();
            throw new Unchecked("the address that --listen names cannot be used");
        }
    }

    int port() {
        return server.actualPort();
    }

    /** Returns when the thread is interrupted. */
    void awaitEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void handle(HttpServerRequest request) {
        if (!"/add-checkpoint".equals(request.path()) || !HttpMethod.POST.equals(request.method())) {
            request.response().setStatusCode(404).end();
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                request.connection().close();
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> answer(request, body.getBytes()));
    }

    private void answer(HttpServerRequest request, byte[] body) {
        vertx.executeBlocking(() -> cosigner.add(body))
                .onSuccess(answer -> request.response()
                        .setStatusCode(answer.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, answer.type())
                        .end(answer.body()))
                .onFailure(unable -> request.response().setStatusCode(500).end());
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
