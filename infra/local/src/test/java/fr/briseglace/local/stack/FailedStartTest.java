package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.local.demo.DemoOptions;
import fr.briseglace.local.demo.LocalStack;
import fr.briseglace.local.demo.Ports;
import fr.briseglace.local.redis.LocalRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack that cannot start. */
class FailedStartTest {
    @Test
    void stackWhosePortIsTakenSaysSoAndLeavesNothingRunning(@TempDir Path home) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(0, 0, taken.getLocalPort());
            assertThatThrownBy(() -> LocalStack.open(new DemoOptions(home, 1, null, false, true, Map.of(), ports)))
                    .hasMessageContaining("in use");
        }
        assertThat(Files.exists(home.resolve("ins.txt"))).isFalse();
        // Takes the lock of the same folder, which a Redis left running would still hold.
        try (LocalRedis redis = LocalRedis.start(home, 0)) {
            assertThat(redis.port()).isPositive();
        }
    }
}
