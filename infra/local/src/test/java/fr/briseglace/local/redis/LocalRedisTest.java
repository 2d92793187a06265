package fr.briseglace.local.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalRedisTest {
    private Path home;
    private LocalRedis redis;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        home = folder;
        redis = LocalRedis.start(home, 0);
    }

    @AfterAll
    void stop() throws IOException {
        redis.close();
    }

    @Test
    void itKeepsWhatItIsGiven() throws IOException {
        assertThat(say("SET greeting hello")).isEqualTo("+OK");
        assertThat(say("STRLEN greeting")).isEqualTo(":5");
    }

    @ParameterizedTest
    @CsvSource({"save, ''", "appendonly, no", "maxmemory, 268435456", "maxmemory-policy, allkeys-lru", "bind, 127.0.0.1"
    })
    void itIsBoundedAndKeepsNothingOnDisk(String setting, String value) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            BufferedReader answer = send(socket, "CONFIG GET " + setting);
            for (int line = 0; line < 4; line++) {
                answer.readLine();
            }
            assertThat(answer.readLine()).isEqualTo(value);
        }
    }

    @Test
    void aStoppedServerIsGone(@TempDir Path elsewhere) throws IOException {
        LocalRedis other = LocalRedis.start(elsewhere, 0);
        int port = other.port();

        other.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortIsAnErrorAndLeavesTheFolderFree(@TempDir Path elsewhere) throws IOException {
        assertThatThrownBy(() -> LocalRedis.start(elsewhere, redis.port())).isInstanceOf(IOException.class);

        LocalRedis.start(elsewhere, 0).close();
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws IOException {
        assertThatThrownBy(() -> LocalRedis.start(home, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another local stack");
        assertThat(say("PING")).isEqualTo("+PONG");
    }

    @Test
    void theServersPidIsWhereALaterStartLooksForIt() throws IOException {
        long pid =
                Long.parseLong(Files.readString(home.resolve("redis/redis.pid")).strip());

        assertThat(ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow())
                .contains("/redis-server");
    }

    private String say(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            return send(socket, command).readLine();
        }
    }

    private static BufferedReader send(Socket socket, String command) throws IOException {
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        out.write(command + "\r\n");
        out.flush();
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
