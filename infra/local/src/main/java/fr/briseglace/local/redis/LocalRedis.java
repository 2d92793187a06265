package fr.briseglace.local.redis;

import fr.briseglace.local.HomeLock;
import fr.briseglace.local.LeftBehind;
import fr.briseglace.local.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** A Redis server on the loopback interface that keeps nothing on disk and evicts beyond 256 MB. Calls block. */
public final class LocalRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRedis.class);

    private final HomeLock lock;
    private final RedisServer server;
    private final int port;

    private LocalRedis(HomeLock lock, RedisServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server and waits until it accepts connections. One that a killed stack left running is ended first.
     *
     * @param home the program is unpacked into {@code <home>/redis}
     * @param port TCP port, or 0 for a free one
     * @throws IOException where it cannot start: the port is taken, or another stack uses the folder
     */
    public static LocalRedis start(Path home, int port) throws IOException {
        Path folder = Files.createDirectories(home.toAbsolutePath().normalize().resolve("redis"));
        HomeLock lock = HomeLock.take(folder, "redis.lock");
        try {
            Path pidFile = folder.resolve("redis.pid");
            LeftBehind.end(pidFile, "redis-server");
            int chosen = Loopback.port(port);
            RedisServer server = server(folder, pidFile, chosen);
            server.start();
            return new LocalRedis(lock, server, chosen);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
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
        try (lock) {
            server.stop();
        }
    }

    private static RedisServer server(Path folder, Path pidFile, int port) throws IOException {
        return RedisServer.newRedisServer()
                .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
                .bind(Loopback.HOST)
                .port(port)
                .setting("pidfile \"" + pidFile + "\"")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 256mb")
                .setting("maxmemory-policy allkeys-lru")
                // Someone must read what the server prints, or it blocks once the pipe is full.
                .soutListener(LOG::debug)
                .serrListener(LOG::warn)
                .build();
    }
}
