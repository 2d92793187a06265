package fr.briseglace.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.smtp.Handover.Stage;
import fr.briseglace.smtp.TestRelay.Manners;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does with relays that behave and relays that do not, each on a real socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Handover TAKEN = new Handover.Taken();
    private static final Handover BROKEN = new Handover.Broken();
    private static final Handover SILENCE = new Handover.Silence();
    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void envelopeTravelsInOneGoWherePipeliningIsOffered() throws Exception {
        TestRelay relay = TestRelay.with(vertx, TestRelay::polite);
        assertThat(send(client(relay, 1, PATIENCE), "Subject: a\r\n\r\nb")).isEqualTo(TAKEN);
        assertThat(relay.lines())
                .containsExactly(
                        "1 EHLO client.example",
                        "1 MAIL FROM:<us@example.org>",
                        "1 RCPT TO:<you@example.org>",
                        "1 DATA");
        assertThat(relay.contents()).containsExactly("Subject: a\n\nb\n");
    }

    @Test
    void relayWithoutPipeliningIsToldOneThingAtATime() throws Exception {
        AtomicBoolean answered = new AtomicBoolean(true);
        AtomicBoolean hurried = new AtomicBoolean();
        TestRelay relay = TestRelay.with(vertx, (line, connection) -> {
            hurried.compareAndSet(false, !answered.getAndSet(true));
            return line.startsWith("EHLO") ? "250 relay" : TestRelay.polite(line, connection);
        });
        assertThat(send(client(relay, 1, PATIENCE), "a")).isEqualTo(TAKEN);
        assertThat(hurried).isFalse();
        assertThat(relay.contents()).hasSize(1);
    }

    @Test
    void lineThatBeginsWithADotEndsNothing() throws Exception {
        TestRelay relay = TestRelay.with(vertx, TestRelay::polite);
        assertThat(send(client(relay, 1, PATIENCE), ".\r\n..a\r\nb.c\r\n.")).isEqualTo(TAKEN);
        assertThat(relay.contents()).containsExactly("..\n...a\nb.c\n..\n");
    }

    @Test
    void fewConnectionsCarryManyMessages() throws Exception {
        TestRelay relay = TestRelay.with(vertx, TestRelay::polite);
        SmtpClient client = client(relay, 3, PATIENCE);
        List<Future<Handover>> all = IntStream.range(0, 200)
                .mapToObj(i -> client.send("us@example.org", "you" + i + "@example.org", Buffer.buffer("n" + i)))
                .toList();
        Future.all(all).await(20, TimeUnit.SECONDS);
        assertThat(all).allMatch(one -> one.result().equals(TAKEN));
        assertThat(relay.contents()).hasSize(200).doesNotHaveDuplicates();
        assertThat(relay.connections()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 not you, SENDER",
        "RCPT, 550 no such user, RECIPIENT",
        "RCPT, 450 busy, RECIPIENT",
        "DATA, 554 no, CONTENT",
        "., 451 local error, CONTENT"
    })
    void refusalOfOneMessageLeavesTheConnectionToTheNext(String command, String answer, Stage stage) throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        TestRelay relay = TestRelay.with(vertx, (line, connection) -> {
            boolean refuse = line.startsWith(command) && first.getAndSet(false);
            return refuse ? answer : TestRelay.polite(line, connection);
        });
        SmtpClient client = client(relay, 1, PATIENCE);
        int code = Integer.parseInt(answer.substring(0, 3));
        assertThat(send(client, "first")).isEqualTo(new Handover.Refused(stage, code));
        assertThat(send(client, "second")).isEqualTo(TAKEN);
        assertThat(relay.connections()).isEqualTo(1);
        assertThat(relay.contents()).last().isEqualTo("second\n");
    }

    @Test
    void relayThatAsksForAContentNobodyMayHaveGetsNone() throws Exception {
        TestRelay relay = TestRelay.with(
                vertx, (line, connection) -> line.startsWith("RCPT") ? "550 no" : TestRelay.polite(line, connection));
        assertThat(send(client(relay, 1, PATIENCE), "secret")).isEqualTo(new Handover.Refused(Stage.RECIPIENT, 550));
        assertThat(relay.contents()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRelay.HANG_UP, "421 too many messages"})
    void relayThatTiresOfAConnectionGetsTheMessageOnAnother(String answer) throws Exception {
        AtomicBoolean served = new AtomicBoolean();
        Manners manners = (line, connection) -> line.startsWith("MAIL") && served.get() && connection == 1
                ? answer
                : TestRelay.polite(line, connection);
        TestRelay relay = TestRelay.with(vertx, manners);
        SmtpClient client = client(relay, 1, PATIENCE);
        assertThat(send(client, "first")).isEqualTo(TAKEN);
        served.set(true);
        assertThat(send(client, "second")).isEqualTo(TAKEN);
        assertThat(relay.contents()).filteredOn(content -> !content.isEmpty()).containsExactly("first\n", "second\n");
        assertThat(relay.connections()).isEqualTo(2);
    }

    @Test
    void connectionThatBreaksAfterTheContentIsNotMadeGoodByARepeat() throws Exception {
        AtomicBoolean served = new AtomicBoolean();
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) -> line.equals(TestRelay.END) && served.get()
                        ? TestRelay.HANG_UP
                        : TestRelay.polite(line, connection));
        SmtpClient client = client(relay, 1, PATIENCE);
        assertThat(send(client, "first")).isEqualTo(TAKEN);
        served.set(true);
        assertThat(send(client, "second")).isEqualTo(BROKEN);
        assertThat(relay.contents()).containsExactly("first\n", "second\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void silenceEndsInTimeWherever(String command) throws Exception {
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) -> line.startsWith(command) ? TestRelay.SILENT : TestRelay.polite(line, connection));
        SmtpClient client = client(relay, 1, SHORT);
        List<Future<Handover>> all = IntStream.range(0, 3)
                .mapToObj(i -> client.send("us@example.org", "you@example.org", Buffer.buffer("x")))
                .toList();
        for (Future<Handover> one : all) {
            assertThat(one.await(5, TimeUnit.SECONDS)).isEqualTo(SILENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void hangingUpIsAnAnswerWherever(String command) throws Exception {
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) ->
                        line.startsWith(command) ? TestRelay.HANG_UP : TestRelay.polite(line, connection));
        assertThat(send(client(relay, 1, PATIENCE), "x")).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "99", "2x0 ok", "250 ok\r\n250 and more", "250-never\r\nending"})
    void repliesThatAreNoneEndTheConversationAndNothingIsTakenForSent(String answer) throws Exception {
        TestRelay relay = TestRelay.with(
                vertx, (line, connection) -> line.startsWith("RCPT") ? answer : TestRelay.polite(line, connection));
        Handover handover = send(client(relay, 1, Duration.ofSeconds(2)), "x");
        assertThat(handover).isNotEqualTo(TAKEN);
    }

    @Test
    void endlessReplyFillsNoMemory() throws Exception {
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) ->
                        line.startsWith("EHLO") ? "250-" + "x".repeat(100_000) : TestRelay.polite(line, connection));
        assertThat(send(client(relay, 1, PATIENCE), "x")).isEqualTo(BROKEN);
    }

    @Test
    void relayThatRefusesUsAtTheDoorIsHeard() throws Exception {
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) -> line.equals("CONNECT") ? "554 go away" : TestRelay.polite(line, connection));
        assertThat(send(client(relay, 1, PATIENCE), "x")).isEqualTo(new Handover.Refused(Stage.SESSION, 554));
    }

    @Test
    void relayThatIsDownIsAnAnswerForAllWhoWait() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        SmtpClient client = SmtpClient.of(vertx, SmtpRelay.plain("127.0.0.1", port, "client.example", PATIENCE));
        List<Future<Handover>> all = IntStream.range(0, 20)
                .mapToObj(i -> client.send("us@example.org", "you@example.org", Buffer.buffer("x")))
                .toList();
        for (Future<Handover> one : all) {
            assertThat(one.await(5, TimeUnit.SECONDS)).isEqualTo(BROKEN);
        }
    }

    @Test
    void relayThatComesBackIsUsedAgain() throws Exception {
        AtomicBoolean up = new AtomicBoolean();
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) ->
                        line.equals("CONNECT") && !up.get() ? TestRelay.HANG_UP : TestRelay.polite(line, connection));
        SmtpClient client = client(relay, 2, PATIENCE);
        assertThat(send(client, "x")).isEqualTo(BROKEN);
        up.set(true);
        assertThat(send(client, "x")).isEqualTo(TAKEN);
    }

    private SmtpClient client(TestRelay relay, int connections, Duration patience) {
        return SmtpClient.of(
                vertx,
                new SmtpRelay(
                        "127.0.0.1",
                        relay.port(),
                        SmtpRelay.Protection.NONE,
                        null,
                        null,
                        "client.example",
                        connections,
                        patience));
    }

    private static Handover send(SmtpClient client, String content) throws Exception {
        return client.send("us@example.org", "you@example.org", Buffer.buffer(content))
                .await(20, TimeUnit.SECONDS);
    }
}
