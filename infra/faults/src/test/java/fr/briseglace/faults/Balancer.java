package fr.briseglace.faults;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends each request to the next node that says it is ready, which it asks five times a second. */
final class Balancer implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;

    private final Vertx vertx;
    private final List<Node> nodes;
    private final HttpClientAgent http;
    private final Map<Node, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final long timer;

    Balancer(Vertx vertx, List<Node> nodes) {
        this.vertx = vertx;
        this.nodes = nodes;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) EVERY_MILLIS));
        nodes.forEach(node -> ready.put(node, node.ready()));
        this.timer = vertx.setPeriodic(EVERY_MILLIS, tick -> nodes.forEach(this::ask));
    }

    private void ask(Node node) {
        http.request(HttpMethod.GET, node.operations(), "localhost", "/health/ready")
                .compose(request -> request.send())
                .timeout(EVERY_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(answer ->
                        ready.put(node, answer.succeeded() && answer.result().statusCode() == 200));
    }

    /** The next node that is ready, or the next one where none is. */
    Node next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (ready.getOrDefault(node, false)) {
                return node;
            }
        }
        return nodes.get(Math.floorMod(first, nodes.size()));
    }

    /** Takes a node out until it says again that it is ready. */
    void suspect(Node node) {
        ready.put(node, false);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
        http.close().await();
    }
}
