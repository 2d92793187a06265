package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.briseglace.tlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers in the place of a log, it is read for so long and so much of it, and then left. */
@Timeout(60)
class HostileAnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Pattern TILE = Pattern.compile("/log/tile/(\\d)/[x0-9/]*\\d{3}(?:\\.p/(\\d+))?");

    private String said = "";

    private int verify(String address, Duration patience, Duration budget) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyLog.run(
                new String[] {address}, patience, budget, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(said).doesNotContain("\n").hasSizeLessThan(300);
        return code;
    }

    /** What comes out of a socket where a log should answer. */
    enum Wire {
        SILENCE(""),
        NO_HTTP("220 relay.example ESMTP\r\n"),
        NO_HEADERS("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"),
        HALF_A_BODY("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nlog.example"),
        HUGE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 5000000000000\r\n\r\n" + "x".repeat(70_000)),
        NO_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
        NO_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"),
        ENDLESS_HEADER("HTTP/1.1 200 OK\r\nX: ", "x".repeat(60_000)),
        ENDLESS_HEADERS("HTTP/1.1 200 OK\r\n", "X: y\r\n".repeat(10_000)),
        ENDLESS_HINTS("", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000)),
        ENDLESS_BODY("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(60_000));

        private final String first;
        private final String again;

        Wire(String first) {
            this(first, "");
        }

        Wire(String first, String again) {
            this.first = first;
            this.again = again;
        }

        /** Ends when the other side has left. */
        void answer(Socket socket) {
            try (socket) {
                OutputStream out = socket.getOutputStream();
                out.write(first.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                byte[] more = again.getBytes(StandardCharsets.US_ASCII);
                while (more.length > 0) {
                    out.write(more);
                }
                while (socket.getInputStream().read() >= 0) {
                    // The request, and then nothing more.
                }
            } catch (IOException left) {
                // As it should.
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverComesOutOfASocketIsLeft(Wire wire) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Socket socket = server.accept();
                        Thread.ofVirtual().start(() -> wire.answer(socket));
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            String address = "http://localhost:" + server.getLocalPort() + "/log";
            assertThat(verify(address, PATIENCE, Duration.ofSeconds(20))).isEqualTo(2);
            assertThat(said)
                    .startsWith("The log could not be verified: the log ")
                    .contains("/key");
        }
    }

    @Test
    void nobodyAtTheAddressIsSaid() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(verify("http://localhost:" + port, PATIENCE, Duration.ofSeconds(5)))
                .isEqualTo(2);
        assertThat(said).contains("cannot be read at /key");
    }

    /** A tree of equal leaves, of which any tile is known without having the tree. */
    private static Hash level(int level) {
        Hash hash = Hash.leaf(new byte[32]);
        for (int i = 0; i < 8 * level; i++) {
            hash = Hash.node(hash, hash);
        }
        return hash;
    }

    private static void tile(HttpExchange exchange) throws IOException {
        Matcher tile = TILE.matcher(exchange.getRequestURI().getPath());
        if (!tile.matches()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] hash = level(Integer.parseInt(tile.group(1))).bytes();
        int width = tile.group(2) == null ? 256 : Integer.parseInt(tile.group(2));
        exchange.sendResponseHeaders(200, 32L * width);
        for (int i = 0; i < width; i++) {
            exchange.getResponseBody().write(hash);
        }
    }

    private static void publishEndless(HostileLog log) {
        byte[] note = log.note(1L << 32, level(4)).getBytes(StandardCharsets.UTF_8);
        log.answers.put("/log/checkpoint", note);
        log.otherwise = HostileAnswersTest::tile;
    }

    @Test
    void treeWithoutAnEndIsGivenUpWhenTheTimeIsOver() throws IOException {
        try (HostileLog log = new HostileLog()) {
            publishEndless(log);
            assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(3))).isEqualTo(2);
            assertThat(said).containsPattern("takes too long to be read|does not answer in time for /tile/");
        }
    }

    @Test
    void slowTilesUseUpTheTimeOfAllTogether() throws IOException {
        try (HostileLog log = new HostileLog()) {
            publishEndless(log);
            AtomicInteger asked = new AtomicInteger();
            log.otherwise = exchange -> {
                asked.incrementAndGet();
                LockSupport.parkNanos(500_000_000);
                tile(exchange);
            };
            assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(2))).isEqualTo(2);
            assertThat(asked.get()).isBetween(1, 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/key", "/log/checkpoint", "/log/tile/0/000", "/log/tile/0/001.p/44"})
    void answerLargerThanItCanBeIsNotRead(String path) throws IOException {
        try (HostileLog log = new HostileLog()) {
            log.publish(300, 300);
            log.answers.compute(path, (is, answer) -> Arrays.copyOf(answer == null ? new byte[0] : answer, 70_000));
            assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(5))).isEqualTo(2);
            assertThat(said).contains("the log cannot be read at " + path.substring(4));
        }
    }

    @Test
    void tileWiderThanItIsNamedIsNotTakenForIt() throws IOException {
        try (HostileLog log = new HostileLog()) {
            log.publish(300, 300);
            log.answers.compute(
                    "/log/tile/0/001.p/44", (is, tile) -> Arrays.copyOf(tile == null ? new byte[0] : tile, 45 * 32));
            assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(5))).isEqualTo(1);
            assertThat(said).contains("0/001.p/44");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 301, 307, 308, 401, 404, 500, 503})
    void answerOfAnotherKindIsNoCheckpoint(int status) throws IOException {
        try (HostileLog log = new HostileLog()) {
            log.publish(3, 3);
            log.tricks.put("/log/checkpoint", exchange -> {
                exchange.getResponseHeaders().add("Location", log.address() + "/key");
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"log\"");
                exchange.sendResponseHeaders(status, -1);
            });
            assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(5))).isEqualTo(2);
            assertThat(said).matches(".*the log (answers " + status + " for|cannot be read at) /checkpoint.*");
        }
    }

    @Test
    void emptyAnswersAreFaults() throws IOException {
        for (String path : new String[] {"/log/checkpoint", "/log/key", "/log/tile/0/000"}) {
            try (HostileLog log = new HostileLog()) {
                log.publish(300, 300);
                log.answers.put(path, new byte[0]);
                assertThat(verify(log.address(), PATIENCE, Duration.ofSeconds(5)))
                        .as(path)
                        .isEqualTo(1);
            }
        }
    }
}
