package fr.briseglace.faults;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends each request to the next node that says it is ready, which it asks five times a second. One that takes its time
 * to answer stays what it was, for that is what a busy machine looks like; one that does not listen is out at once.
 */
final class Balancer implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 2_000;

    private final Vertx vertx;
    private final List<Node> nodes;
    private final HttpClientAgent http;
    private final Map<Node, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final long timer;

    Balancer(Vertx vertx, List<Node> nodes) {
        this.vertx = vertx;
        this.nodes = nodes;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
        nodes.forEach(node -> ready.put(node, node.ready()));
        this.timer = vertx.setPeriodic(EVERY_MILLIS, tick -> nodes.forEach(this::ask));
    }

    private void ask(Node node) {
        http.request(HttpMethod.GET, node.operations(), "localhost", "/health/ready")
                .compose(request -> request.send())
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .onSuccess(answer -> ready.put(node, answer.statusCode() == 200))
                .onFailure(away -> {
                    if (away instanceof ConnectException) {
                        suspect(node);
                    }
                });
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
