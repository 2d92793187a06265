package fr.briseglace.local.redis;

import fr.briseglace.local.Loopback;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;

/** A Redis server on the loopback interface that keeps nothing on disk and evicts beyond 256 MB. Calls block. */
public final class LocalRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRedis.class);

    private final RedisServer server;
    private final int port;

    private LocalRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @param port TCP port, or 0 for a free one
     * @throws IOException where it cannot start, for instance because the port is taken
     */
    public static LocalRedis start(int port) throws IOException {
        int chosen = Loopback.port(port);
        RedisServer server = RedisServer.newRedisServer()
                .bind(Loopback.HOST)
                .port(chosen)
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 256mb")
                .setting("maxmemory-policy allkeys-lru")
                // Someone must read what the server prints, or it blocks once the pipe is full.
                .soutListener(LOG::debug)
                .serrListener(LOG::warn)
                .build();
        server.start();
        return new LocalRedis(server, chosen);
    }

    /** TCP port on {@link Loopback#HOST}. */
    public int port() {
        return port;
    }

    /** The address as a connection string. */
    public String uri() {
        return "redis://" + Loopback.HOST + ":" + port;
    }

    /** Ends the server and waits for its end; what it held is gone. */
    @Override
    public void close() throws IOException {
        server.stop();
    }
}
