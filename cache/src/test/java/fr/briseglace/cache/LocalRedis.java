package fr.briseglace.cache;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import redis.embedded.RedisServer;

/** A real Redis on a free port of this machine, that can be stopped and started again in the same place. */
final class LocalRedis implements AutoCloseable {
    /** Long enough for a busy machine: what these tests look at is not time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int port;
    private RedisServer server;

    LocalRedis() {
        port = freePort();
        server = started(port);
    }

    /** A Vert.x in which whatever follows a reply runs on the loop that was opened. */
    static Vertx oneLoop() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    LinkOptions options() {
        return new LinkOptions(
                List.of("redis://127.0.0.1:" + port),
                false,
                PATIENCE,
                PATIENCE,
                Duration.ofMillis(5),
                Duration.ofMillis(20));
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        server = started(port);
    }

    @Override
    public void close() {
        stop();
    }

    private static RedisServer started(int port) {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .onShutdownForceStop(true)
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
