package fr.briseglace.faults;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The shared cache in every bad state: nobody notices but the operators. */
@InWorld
class RedisFaultsTest {
    private static final long SLOW_MILLIS = 200;

    private final World world;

    RedisFaultsTest(World world) {
        this.world = world;
    }

    @Test
    void none() throws Exception {
        Bout.of(world, "none", () -> {}, () -> {}).holds();
    }

    @Test
    void killed() throws Exception {
        Bout.of(world, "Redis killed", () -> Signals.send("KILL", world.redisServer()), world::startRedis)
                .holds();
    }

    @Test
    void stopped() throws Exception {
        Bout.of(
                        world,
                        "Redis stopped (SIGSTOP)",
                        () -> Signals.send("STOP", world.redisServer()),
                        () -> Signals.send("CONT", world.redisServer()))
                .holds();
    }

    @Test
    void slow() throws Exception {
        Bout.of(world, "Redis slow (200 ms each way)", () -> world.toRedis().slow(SLOW_MILLIS), () -> world.toRedis()
                        .slow(0))
                .holds();
    }

    @Test
    void wiped() throws Exception {
        Bout.of(world, "Redis wiped (FLUSHALL)", this::flush, this::flush).holds();
    }

    @Test
    void answeringNonsense() throws Exception {
        Bout.of(world, "Redis answers nonsense", () -> world.toRedis().nonsense(true), () -> world.toRedis()
                        .nonsense(false))
                .holds();
    }

    private void flush() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.redisPort())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis did not flush");
            }
        }
    }
}
