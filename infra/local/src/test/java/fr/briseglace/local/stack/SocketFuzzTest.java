package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.pki.LocalStructure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bytes on a bare connection of somebody whom the gateway knows: damaged requests, and frames that no client sends. No
 * answer is a fault of ours or repeats what was sent, and the next caller is served as if nothing had been.
 */
@OnStack
class SocketFuzzTest {
    private static final int REQUESTS = 400;
    private static final int CONNECTIONS = 150;
    private static final int SILENCE_MILLIS = 5_000;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Pattern FAULT = Pattern.compile("HTTP/1\\.[01] 5\\d\\d");
    private static final Pattern GRANTED = Pattern.compile("HTTP/1\\.[01] 2\\d\\d");
    private static final String SECRET = "SECRET";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final List<String> PIECES = List.of(
            SECRET,
            "\r\n",
            "\r",
            "\n",
            "\u0000",
            ":",
            " ",
            "\r\n ",
            "\r\nSECRET: SECRET\r\n",
            "\r\nSECRET\r\n",
            "\r\nContent-Length: 5\r\n",
            "\r\nContent-Length: -1\r\n",
            "\r\nContent-Length: 99999999999999999999\r\n",
            "\r\nTransfer-Encoding: chunked\r\n",
            "\r\nTransfer-Encoding: chunked, SECRET\r\n",
            "\r\nExpect: SECRET\r\n",
            "\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: SECRET\r\n",
            "\r\nAuthorization: Bearer SECRET.SECRET.SECRET\r\n",
            "\r\nAccept-Language: SECRET;q=9,,;;q=\r\n",
            "\r\nAccept: SECRET/SECRET;q=x, text/html;level\r\n",
            "\r\nIdempotency-Key: \u0080SECRET\r\n",
            "\r\ntraceparent: 00-SECRET\r\n",
            "\r\nRange: bytes=SECRET-,--,9-1\r\n",
            "\r\nCookie: SECRET=SECRET; =;;\r\n",
            "?cursor=SECRET&cursor=%zz&%",
            "/..//%2e%2e/%00SECRET",
            "%",
            "HTTP/9.9",
            "POST",
            "{",
            "\"",
            "[[[[",
            "\\ud800",
            "é",
            "");

    private final Stack stack;
    private int faults;

    SocketFuzzTest(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void countFaults() throws IOException {
        faults = faults();
    }

    @AfterEach
    void nextCallerIsServed() throws IOException {
        assertThat(faults()).as("faults of ours in the log").isEqualTo(faults);
        Answer answer = stack.as("regulateur")
                .open(Asking.regulation(stack.ordinary().file().ins()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private int faults() throws IOException {
        return stack.log().text().split("a fault of ours", -1).length;
    }

    @Test
    void damagedRequestIsAnsweredWithoutAFaultOrAnEcho() throws IOException {
        String token = stack.token(Objects.requireNonNull(Persona.named("regulateur")));
        List<String> sound = List.of(
                request(
                        "POST /v1/emergency-accesses",
                        token,
                        "{\"mode\":\"centre_15\",\"patient\":{},\"caseId\":\"c\"}"),
                request(
                        "POST /v1/patient-searches",
                        token,
                        "{\"mode\":\"centre_15\",\"caseId\":\"c\",\"phone\":\"0612345678\"}"),
                request("POST /v1/hub/messages", token, "{\"createCaseHealthUpdate\":{\"caseId\":\"a.b.c.d\"}}"),
                request("GET /v1/cases/a.b.c.d/link?patientId=a.b.c.patient.1", token, ""),
                request("GET /v1/patients/279035121518989/journal?cursor=AAAAAAAAAAAAAAAAAAAAAA", token, ""),
                request("PUT /v1/provisional-identities/SINUS-1", token, "{\"candidate\":\"x\"}"));
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            String damaged = sound.get(random.nextInt(sound.size()));
            for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
                damaged = damaged(damaged, random);
            }
            String answer = exchange("http/1.1", damaged.getBytes(StandardCharsets.UTF_8));
            assertThat(FAULT.matcher(answer).find())
                    .as("seed %d: %s", seed, answer)
                    .isFalse();
            if (!GRANTED.matcher(answer).find()) {
                assertThat(answer).as("seed %d", seed).doesNotContain(SECRET);
            }
        }
    }

    private static String request(String line, String token, String body) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String damaged(String sound, Random random) {
        int start = random.nextInt(sound.length() + 1);
        // Tokens are long, and are tried by themselves elsewhere: half of the wounds are outside of them.
        if (random.nextBoolean()) {
            start = random.nextInt(Math.min(sound.length(), 120));
        }
        int end = Math.min(sound.length(), start + (random.nextInt(4) == 0 ? random.nextInt(40) : 0));
        return sound.substring(0, start) + PIECES.get(random.nextInt(PIECES.size())) + sound.substring(end);
    }

    @Test
    void framesThatNoClientSendsEndTheirConnectionAlone() throws IOException {
        for (int seed = 0; seed < CONNECTIONS; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(PREFACE.getBytes(StandardCharsets.US_ASCII));
            if (random.nextInt(8) > 0) {
                bytes.writeBytes(frame(4, 0, 0, new byte[0]));
            }
            for (int frames = random.nextInt(30); frames > 0; frames--) {
                byte[] payload = new byte[random.nextInt(64)];
                random.nextBytes(payload);
                bytes.writeBytes(frame(random.nextInt(12), random.nextInt(256), random.nextInt(8) - 1, payload));
            }
            exchange("h2", bytes.toByteArray());
        }
    }

    @Test
    void streamsOpenedAndResetInARushEndTheirConnectionAlone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PREFACE.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(frame(4, 0, 0, new byte[0]));
        // GET, https, / of the static table, without an authority; then RST_STREAM with CANCEL.
        byte[] headers = {(byte) 0x82, (byte) 0x87, (byte) 0x84};
        for (int stream = 1; stream < 20_000; stream += 2) {
            bytes.writeBytes(frame(1, 5, stream, headers));
            bytes.writeBytes(frame(3, 0, stream, new byte[] {0, 0, 0, 8}));
        }
        exchange("h2", bytes.toByteArray());
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putShort((short) (payload.length >> 8))
                .put((byte) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** What comes back until the other end closes; that it does, or falls silent, is not an error here. */
    private String exchange(String protocol, byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (SSLSocket socket = (SSLSocket) stack.doors()
                .of(LocalStructure.SAMU_44)
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", stack.local().options().ports().api())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.startHandshake();
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            byte[] part = new byte[8_192];
            for (int read = socket.getInputStream().read(part);
                    read > 0 && answer.size() < LARGEST_ANSWER;
                    read = socket.getInputStream().read(part)) {
                answer.write(part, 0, read);
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("the gateway neither answers nor closes", silent);
        } catch (IOException hungUp) {
            // It may hang up on what it cannot read, while that is still being written.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
