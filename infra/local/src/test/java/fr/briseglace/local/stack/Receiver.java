package fr.briseglace.local.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** An HTTP server of somebody else: keeps what arrives and takes it, but for the first thing about somebody. */
final class Receiver implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * What arrived.
     *
     * @param headers names in lower case
     */
    record Arrival(String method, String path, Map<String, String> headers, String body) {}

    /**
     * Starts on a free port.
     *
     * @param status what it answers at first to what has that mark
     */
    Receiver(int status, String mark) {
        AtomicBoolean failed = new AtomicBoolean();
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    Map<String, String> headers = new HashMap<>();
                    request.headers()
                            .forEach(one -> headers.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue()));
                    arrivals.add(new Arrival(request.method().name(), request.uri(), headers, body.toString()));
                    boolean fails = body.toString().contains(mark) && failed.compareAndSet(false, true);
                    request.response().setStatusCode(fails ? status : 200).end();
                }))
                .listen(0, "127.0.0.1")
                .await();
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** What has one of these marks, oldest first. */
    List<Arrival> arrivals(String... marks) {
        return arrivals.stream()
                .filter(one -> Stream.of(marks).anyMatch(one.body()::contains))
                .toList();
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
