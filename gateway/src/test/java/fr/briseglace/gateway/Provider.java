package fr.briseglace.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that publishes whatever keys a test gives it, and counts who asks. */
final class Provider implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Buffer published = Buffer.buffer("{}");
    private volatile int status = 200;

    Provider(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    request.response().setStatusCode(status).end(published);
                })
                .listen(0, "127.0.0.1")
                .await();
    }

    String uri() {
        return "http://127.0.0.1:" + server.actualPort() + "/jwks";
    }

    int asked() {
        return asked.get();
    }

    /** Publishes a set of keys from now on. */
    Provider publish(JsonObject... jwks) {
        JsonArray keys = new JsonArray();
        for (JsonObject jwk : jwks) {
            keys.add(jwk);
        }
        return answer(200, new JsonObject().put("keys", keys).encode());
    }

    /** Answers like this from now on. */
    Provider answer(int code, String body) {
        status = code;
        published = Buffer.buffer(body);
        return this;
    }

    @Override
    public void close() {
        server.close().await();
    }
}
