package fr.briseglace.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** The operators' own endpoints: health and metrics, on a port of their own. */
final class Operations {
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final Supplier<Future<Boolean>> ready;
    private final HttpServer server;

    private Operations(Vertx vertx, PrometheusMeterRegistry registry, Supplier<Future<Boolean>> ready) {
        this.registry = registry;
        this.ready = ready;
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    /** Listens. {@code ready} says whether accesses can be answered now. */
    static Future<Operations> listen(
            Vertx vertx, String host, int port, PrometheusMeterRegistry registry, Supplier<Future<Boolean>> ready) {
        Operations operations = new Operations(vertx, registry, ready);
        return operations
                .server
                .listen(port, host)
                .map(operations)
                .recover(cause -> ConfigException.unusablePort("ops.port", port, cause));
    }

    int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        switch (path == null ? "" : path) {
            case "/health/live" -> health(request, true);
            case "/health/startup", "/health/ready" ->
                ready.get().otherwise(false).onSuccess(up -> health(request, up));
            case "/metrics" -> metrics(request);
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void health(HttpServerRequest request, boolean up) {
        request.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader("content-type", "application/json")
                .end(new JsonObject().put("status", up ? "UP" : "DOWN").toBuffer());
    }

    private void metrics(HttpServerRequest request) {
        String accept = request.getHeader("accept");
        String type = accept != null && accept.contains("openmetrics") ? OPEN_METRICS : METRICS;
        request.response().putHeader("content-type", type).end(registry.scrape(type));
    }

    Future<Void> close() {
        return server.close();
    }
}
