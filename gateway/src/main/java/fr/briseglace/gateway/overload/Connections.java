package fr.briseglace.gateway.overload;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps connections from being held for nothing. One on which no request has begun for a while is closed, whatever else
 * trickles in or out of it: a request head or a body that comes by the byte, an answer that nobody reads, silence. And
 * nobody holds more than so many from one address. Confined to one event loop.
 */
public final class Connections {
    private static final int LOOKS = 6;

    private final Bounds bounds;
    private final LongSupplier clock;
    private final Map<HttpConnection, Line> lines = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();

    /**
     * What an event loop puts up with.
     *
     * @param quiet how long a connection may be without a new request
     * @param fromAddress how many there may be from one address
     */
    public record Bounds(Duration quiet, int fromAddress) {
        /** A minute; as many as the largest of houses behind one address has machines. */
        public static final Bounds DEFAULT = new Bounds(Duration.ofMinutes(1), 1_000);
    }

    private static final class Line {
        private final String address;
        private long asked;

        Line(String address, long asked) {
            this.address = address;
            this.asked = asked;
        }
    }

    /**
     * No connection yet.
     *
     * @param clock nanoseconds of any clock that never goes back
     */
    public Connections(Bounds bounds, LongSupplier clock) {
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Looks after them from now on, on the caller's event loop. */
    public void watch(Vertx vertx) {
        vertx.setPeriodic(Math.max(1, bounds.quiet().toMillis() / LOOKS), look -> closeQuiet());
    }

    /** Somebody has connected. */
    public void opened(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int there = held.merge(address, 1, Integer::sum);
        lines.put(connection, new Line(address, clock.getAsLong()));
        connection.closeHandler(closed -> gone(connection));
        if (there > bounds.fromAddress()) {
            connection.close();
        }
    }

    /** A request begins. */
    public void asked(HttpConnection connection) {
        Line line = lines.get(connection);
        if (line != null) {
            line.asked = clock.getAsLong();
        }
    }

    private void gone(HttpConnection connection) {
        Line line = lines.remove(connection);
        if (line != null) {
            held.computeIfPresent(line.address, (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private void closeQuiet() {
        long latest = clock.getAsLong() - bounds.quiet().toNanos();
        lines.entrySet().stream()
                .filter(entry -> entry.getValue().asked - latest < 0)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(HttpConnection::close);
    }
}
