package fr.briseglace.gateway;

import static fr.briseglace.gateway.Http2Line.CONTINUATION;
import static fr.briseglace.gateway.Http2Line.DATA;
import static fr.briseglace.gateway.Http2Line.END_HEADERS;
import static fr.briseglace.gateway.Http2Line.END_STREAM;
import static fr.briseglace.gateway.Http2Line.GO_AWAY;
import static fr.briseglace.gateway.Http2Line.HEADERS;
import static fr.briseglace.gateway.Http2Line.RESET;
import static fr.briseglace.gateway.Http2Line.WINDOW_UPDATE;
import static fr.briseglace.gateway.Http2Line.block;
import static fr.briseglace.gateway.Http2Line.frame;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.gateway.Http2Line.Frame;
import fr.briseglace.law.PatientRights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What HTTP/2 lets a client send and ours should not: it opens nothing, and everybody else is served as before. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http2AbuseTest {
    private static final int ENDED = END_STREAM | END_HEADERS;
    private static final int CANCEL = 8;
    private static final byte[] NONE = {};

    private final House house = new House();

    @BeforeEach
    void open() {
        house.records.clear();
        house.sighting = Example.sighting(PatientRights.NONE);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String[] opening(String... more) {
        return with(
                new String[] {
                    ":method",
                    "POST",
                    ":scheme",
                    "https",
                    ":authority",
                    "localhost",
                    ":path",
                    AccessResource.PATH,
                    "content-type",
                    "application/json",
                    "authorization",
                    House.doctor()
                },
                more);
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] without(String name) {
        String[] fields = opening();
        return IntStream.range(0, fields.length)
                .filter(i -> !fields[i - i % 2].equals(name))
                .mapToObj(i -> fields[i])
                .toArray(String[]::new);
    }

    private static byte[] body() {
        return frame(DATA, END_STREAM, 1, Bodies.REGULATION.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[][] request(String... fields) {
        return new byte[][] {frame(HEADERS, END_HEADERS, 1, block(fields)), body()};
    }

    static List<byte[][]> requestsThatAreNone() {
        return List.of(
                request(without(":path")),
                request(without(":method")),
                request(without(":scheme")),
                request(without(":authority")),
                request(opening(":path", AccessResource.PATH)),
                request(opening(":status", "200")),
                request(opening(":protocol", "websocket")),
                request(opening("Authorization", "x")),
                request(opening("authorization", "Bearer x")),
                request(opening("content-type", "application/json")),
                request(opening("host", "elsewhere")),
                request(opening("connection", "close")),
                request(opening("transfer-encoding", "chunked")),
                request(opening("te", "gzip")),
                request(opening("content-length", "5")),
                request(opening("content-length", "-1")),
                request(opening("x", "a\r\nb: c")),
                request(opening("x", "a\0b")),
                request(opening("x y", "z")),
                request(opening("", "z")),
                request(with(without(":path"), ":path", AccessResource.PATH)),
                request(with(new String[] {":path", "/v1/../v1/emergency-accesses"}, without(":path"))),
                request(with(new String[] {":path", "//v1/emergency-accesses"}, without(":path"))),
                request(with(new String[] {":path", "v1/emergency-accesses"}, without(":path"))),
                request(with(new String[] {":path", ""}, without(":path"))),
                request(with(new String[] {":method", "CONNECT"}, without(":method"))));
    }

    @ParameterizedTest
    @MethodSource("requestsThatAreNone")
    void requestThatIsNoneOpensNothing(byte[]... request) throws IOException {
        opensNothing(request);
    }

    private static byte[] start(int flags, String... more) {
        return frame(HEADERS, flags, 1, block(opening(more)));
    }

    private static byte[] many(int times, byte[] frame) {
        byte[] all = new byte[times * frame.length];
        IntStream.range(0, times).forEach(i -> System.arraycopy(frame, 0, all, i * frame.length, frame.length));
        return all;
    }

    static List<byte[][]> floods() {
        String long8 = "a".repeat(8_000);
        return List.of(
                new byte[][] {start(0), many(2_000, frame(CONTINUATION, 0, 1, NONE))},
                new byte[][] {start(0), many(2_000, frame(CONTINUATION, 0, 1, block("x", "y")))},
                new byte[][] {
                    start(0, "a", long8),
                    frame(CONTINUATION, 0, 1, block("b", long8)),
                    frame(CONTINUATION, 0, 1, block("c", long8)),
                    frame(CONTINUATION, END_HEADERS, 1, block("d", long8)),
                    body()
                },
                new byte[][] {start(END_HEADERS), many(100, frame(DATA, 0, 1, NONE)), body()},
                new byte[][] {start(END_HEADERS), frame(DATA, 0, 1, new byte[9_000]), body()},
                new byte[][] {start(0), frame(HEADERS, ENDED, 3, block(opening()))},
                new byte[][] {start(END_HEADERS), frame(WINDOW_UPDATE, 0, 1, new byte[4]), body()},
                new byte[][] {start(END_HEADERS), frame(HEADERS, ENDED, 1, block(":path", "/x"))},
                new byte[][] {frame(HEADERS, END_HEADERS, 2, block(opening())), body()},
                new byte[][] {frame(HEADERS, END_HEADERS, 1, new byte[20_000])});
    }

    @ParameterizedTest
    @MethodSource("floods")
    void floodOpensNothing(byte[]... frames) throws IOException {
        opensNothing(frames);
    }

    private void opensNothing(byte[]... frames) throws IOException {
        try (Http2Line line = new Http2Line(house)) {
            assertThat(line.send(frames).answers()).noneMatch(Frame::succeeded);
        }
        assertThat(house.records).isEmpty();
        servesOthers();
    }

    private void servesOthers() {
        try (Visitor doctor = house.visitor(House.doctor())) {
            assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                    .isIn(200, 201);
        }
    }

    @Test
    void streamsThatAreResetAsSoonAsTheyBeginEndTheConnection() throws IOException {
        byte[] code = {0, 0, 0, CANCEL};
        byte[] opening = block(opening());
        try (Http2Line line = new Http2Line(house)) {
            line.send(IntStream.range(0, 1_000)
                    .mapToObj(i -> 2 * i + 1)
                    .flatMap(stream -> Stream.of(frame(HEADERS, ENDED, stream, opening), frame(RESET, 0, stream, code)))
                    .toArray(byte[][]::new));
            assertThat(line.answers()).last().matches(frame -> frame.type() == GO_AWAY);
        }
        assertThat(house.records).isEmpty();
        servesOthers();
    }

    @Test
    void wellFormedRequestOverTheSameFramesIsServed() throws IOException {
        try (Http2Line line = new Http2Line(house)) {
            line.send(request(opening())).answers();
        }
        assertThat(house.records).hasSize(1);
    }
}
