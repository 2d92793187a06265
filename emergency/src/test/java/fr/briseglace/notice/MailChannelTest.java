package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.smtp.Flowed;
import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.TestRelay;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailChannelTest extends RelayedChannelContract {
    private static final Sender SENDER =
            new Sender("ne-pas-repondre@brise-glace.mssante.example", "brise-glace.example");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Relay relay = new Relay();

    @AfterAll
    void stop() {
        relay.down();
    }

    @Override
    NoticeChannel working() {
        return mail(relay.address());
    }

    @Override
    NoticeChannel cutOff() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return mail(Relay.at(closed.getLocalPort()));
        }
    }

    @Override
    NoticeChannel facing(Manners manners, Duration patience) throws Exception {
        TestRelay.Manners script = (line, connection) -> switch (manners) {
            case SILENT -> answer(line, "MAIL", TestRelay.SILENT);
            case DROPS_AFTER_TAKING -> answer(line, TestRelay.END, TestRelay.HANG_UP);
            case BUSY -> answer(line, TestRelay.END, "451 local error");
            case UNWILLING -> answer(line, "MAIL", "550 not from you");
            case KNOWS_NOBODY -> answer(line, "RCPT", "550 5.1.1 no such user");
            case GARBAGE -> answer(line, "MAIL", "<html>");
            case ENDLESS -> answer(line, "MAIL", "250-and more\r\n".repeat(10_000));
        };
        return mail(Relay.at(TestRelay.with(vertx, script).port(), patience));
    }

    @Override
    NoticeChannel notKnowing(String address) throws Exception {
        TestRelay.Manners script = (line, connection) ->
                line.equals("RCPT TO:<" + address + ">") ? "550 no such user" : TestRelay.polite(line, connection);
        return mail(Relay.at(TestRelay.with(vertx, script).port()));
    }

    private static String answer(String line, String command, String answer) {
        return line.startsWith(command) ? answer : TestRelay.polite(line, 1);
    }

    @Override
    void down() {
        relay.down();
    }

    @Override
    void up() {
        relay.up();
    }

    @Override
    List<String> ids(String address) {
        return relay.to(address).stream()
                .map(message -> Relay.header(message, "Message-ID"))
                .toList();
    }

    @Override
    String address() {
        return "patient-" + UUID.randomUUID() + "@patient.mssante.fr";
    }

    @Override
    List<Arrived> arrived(String address) throws Exception {
        List<Arrived> arrived = new ArrayList<>();
        for (MimeMessage message : relay.to(address)) {
            String text =
                    (String) ((Multipart) message.getContent()).getBodyPart(0).getContent();
            arrived.add(new Arrived(
                    message.getSubject(),
                    Flowed.joined(text.replace("\r\n", "\n")).stripTrailing() + "\n"));
        }
        return arrived;
    }

    @Test
    void messageIsTextAndPageInOneSentAutomaticallyInOurName() throws Exception {
        MimeMessage message = sent(UUID.randomUUID());
        assertThat(Relay.header(message, "From")).isEqualTo(SENDER.address());
        assertThat(Relay.header(message, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8; format=flowed");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("Votre dossier a été ouvert.");
    }

    @Test
    void subjectTravelsEncoded() throws Exception {
        assertThat(Relay.header(sent(UUID.randomUUID()), "Subject"))
                .startsWith("=?UTF-8?")
                .matches("[\\x20-\\x7e\\r\\n\\t]+");
    }

    @Test
    void messageIdIsTheNoticesAtEveryAttempt() throws Exception {
        UUID id = UUID.randomUUID();
        String expected = "<" + id + "@brise-glace.example>";
        assertThat(Relay.header(sent(id), "Message-ID")).isEqualTo(expected);
        assertThat(Relay.header(sent(id), "Message-ID")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, ADDRESS_REJECTED",
        "RCPT, 553 not allowed, ADDRESS_REJECTED",
        "RCPT, 450 mailbox busy, RELAY_REFUSED",
        "RCPT, 452 too many, RELAY_REFUSED",
        "MAIL, 421 shutting down, RELAY_REFUSED",
        "DATA, 554 no, RELAY_REFUSED",
        "., 451 local error, RELAY_REFUSED"
    })
    void relaysAnswerDecidesWhetherTheAddressIsAtFault(String command, String answer, Failure failure)
            throws Exception {
        UnaryOperator<String> script = line -> line.startsWith(command) ? answer : ScriptedRelay.obliging(line);
        assertThat(answerOf(script, PATIENCE)).isEqualTo(new Receipt.Declined(failure));
    }

    @Test
    void relayThatFallsSilentIsGivenUpInTime() throws Exception {
        UnaryOperator<String> script = line -> line.startsWith("MAIL") ? "" : ScriptedRelay.obliging(line);
        assertThat(answerOf(script, Duration.ofSeconds(1))).isEqualTo(new Receipt.Declined(Failure.RELAY_SILENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Brise-glace <a@b.example>", "a@b.example\r\nBcc: x@y.example"})
    void senderIsAPlainAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sender(address, "brise-glace.example"));
    }

    private Receipt answerOf(UnaryOperator<String> script, Duration patience) throws Exception {
        ScriptedRelay scripted = new ScriptedRelay(vertx, script);
        NoticeChannel channel = mail(Relay.at(scripted.port(), patience));
        return send(channel, address());
    }

    private NoticeChannel mail(SmtpRelay relay) {
        return MailChannel.create(vertx, relay, SENDER, InstantSource.system());
    }

    private MimeMessage sent(UUID id) throws Exception {
        String address = address();
        NoticeChannel channel = working();
        assertThat(channel.send(new Message(id, address, WORDS)).await(20, TimeUnit.SECONDS))
                .isEqualTo(new Receipt.Accepted());
        channel.close().await(10, TimeUnit.SECONDS);
        return relay.to(address).getFirst();
    }
}
