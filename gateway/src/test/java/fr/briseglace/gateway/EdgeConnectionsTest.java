package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.gateway.overload.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are held for nothing. */
class EdgeConnectionsTest {
    private static final int MOST = 3;
    private static final Connections.Bounds SHORT = new Connections.Bounds(Duration.ofMillis(300), 100);
    private static final Connections.Bounds FEW = new Connections.Bounds(Duration.ofMinutes(1), MOST);

    private static void write(SSLSocket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Whether the other end closed, rather than let the reader wait. */
    private static boolean closed(SSLSocket socket) {
        try {
            InputStream in = socket.getInputStream();
            int last = in.read();
            while (last >= 0) {
                last = in.read();
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /openapi.yaml HTTP/1.1\r\nHost: loc",
                "POST /v1/emergency-accesses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{"
            })
    void whoeverBeginsAndDoesNotGoOnIsLetGo(String beginning) throws IOException {
        try (House house = new House(SHORT);
                SSLSocket slow = house.line()) {
            write(slow, beginning);
            assertThat(closed(slow)).isTrue();
        }
    }

    @Test
    void bytesOfAHeadThatNeverEndsKeepNothingOpen() throws IOException {
        try (House house = new House(SHORT);
                SSLSocket slow = house.line()) {
            write(slow, "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nX: ");
            Thread dripping = Thread.startVirtualThread(() -> drip(slow));
            assertThat(closed(slow)).isTrue();
            dripping.interrupt();
        }
    }

    private static void drip(SSLSocket slow) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                write(slow, "x");
                LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException closed) {
            // What is waited for.
        }
    }

    @Test
    void nobodyHoldsMoreThanTheirShare() throws IOException {
        List<SSLSocket> held = new ArrayList<>();
        try (House house = new House(FEW)) {
            for (int i = 0; i < MOST; i++) {
                held.add(house.line());
            }
            try (SSLSocket oneTooMany = house.line()) {
                assertThat(closed(oneTooMany)).isTrue();
            }
            write(held.getFirst(), "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(held.getFirst().getInputStream().read()).isEqualTo('H');
        } finally {
            for (SSLSocket socket : held) {
                socket.close();
            }
        }
    }
}
