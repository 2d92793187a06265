package fr.briseglace.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.smtp.SmtpRelay.Login;
import fr.briseglace.smtp.SmtpRelay.Protection;
import fr.briseglace.smtp.TestRelay.Manners;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a message is said before the relay has proved who it is, under TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpTlsTest {
    private static final Handover TAKEN = new Handover.Taken();
    private static final Login LOGIN = new Login("brise-glace", "sésame");
    private final Vertx vertx = Vertx.vertx();
    private TestCertificate relays = new TestCertificate("", "");
    private TestCertificate ours = new TestCertificate("", "");
    private TestCertificate elsewhere = new TestCertificate("", "");

    @BeforeAll
    void certify() throws Exception {
        relays = TestCertificate.of("localhost");
        ours = TestCertificate.of("client.example");
        elsewhere = TestCertificate.of("elsewhere.example");
    }

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Protection.class,
            names = {"TLS", "STARTTLS"})
    void messageTravelsUnderTls(Protection protection) throws Exception {
        TestRelay relay = relay(protection, relays, offering(""));
        assertThat(send(relay, protection, trusting(relays), null)).isEqualTo(TAKEN);
        assertThat(relay.contents()).containsExactly("x\n");
    }

    @Test
    void whatWasOfferedInClearIsAskedForAgainUnderTls() throws Exception {
        TestRelay relay = relay(Protection.STARTTLS, relays, offering(""));
        send(relay, Protection.STARTTLS, trusting(relays), null);
        assertThat(relay.lines())
                .startsWith(
                        "1 EHLO client.example", "1 STARTTLS", "1 EHLO client.example", "1 MAIL FROM:<us@example.org>");
    }

    @Test
    void relayThatOffersNoTlsGetsNoMessageInClear() throws Exception {
        TestRelay relay = TestRelay.with(vertx, TestRelay::polite);
        assertThat(send(relay, Protection.STARTTLS, trusting(relays), LOGIN)).isEqualTo(new Handover.Broken());
        assertThat(relay.lines()).containsExactly("1 EHLO client.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 not now", "502 not implemented"})
    void relayThatTakesItsOfferBackGetsNoMessageInClear(String answer) throws Exception {
        Manners manners = (line, connection) ->
                line.equals("STARTTLS") ? answer : offering("").answer(line, connection);
        TestRelay relay = relay(Protection.STARTTLS, relays, manners);
        assertThat(send(relay, Protection.STARTTLS, trusting(relays), LOGIN))
                .isEqualTo(new Handover.Refused(Handover.Stage.SESSION, Integer.parseInt(answer.substring(0, 3))));
        assertThat(relay.lines()).containsExactly("1 EHLO client.example", "1 STARTTLS");
    }

    /** Somebody in between cannot put answers before TLS that are then taken for the relay's. */
    @Test
    void answersFromBeforeTlsDoNotCountUnderIt() throws Exception {
        Manners manners = (line, connection) -> line.equals("STARTTLS")
                ? "220 go\r\n250-relay\r\n250 AUTH PLAIN"
                : offering("").answer(line, connection);
        TestRelay relay = relay(Protection.STARTTLS, relays, manners);
        assertThat(send(relay, Protection.STARTTLS, trusting(relays), LOGIN)).isNotEqualTo(TAKEN);
        assertThat(relay.lines()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Protection.class,
            names = {"TLS", "STARTTLS"})
    void relayOfAnUnknownAuthorityIsNotSpokenTo(Protection protection) throws Exception {
        TestRelay relay = relay(protection, relays, offering(""));
        assertThat(send(relay, protection, trusting(elsewhere), LOGIN)).isEqualTo(new Handover.Broken());
        assertThat(relay.lines()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Protection.class,
            names = {"TLS", "STARTTLS"})
    void relayOfAnotherNameIsNotSpokenTo(Protection protection) throws Exception {
        TestRelay relay = relay(protection, elsewhere, offering(""));
        assertThat(send(relay, protection, trusting(elsewhere), LOGIN)).isEqualTo(new Handover.Broken());
        assertThat(relay.lines()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Protection.class,
            names = {"TLS", "STARTTLS"})
    void operatorWhoAsksForOurCertificateGetsIt(Protection protection) throws Exception {
        TestRelay relay = strict(protection);
        assertThat(send(relay, protection, trusting(relays).setKeyCertOptions(ours.own()), null))
                .isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Protection.class,
            names = {"TLS", "STARTTLS"})
    void operatorWhoAsksForOurCertificateTakesNothingWithoutIt(Protection protection) throws Exception {
        TestRelay relay = strict(protection);
        assertThat(send(relay, protection, trusting(relays), null)).isNotEqualTo(TAKEN);
        assertThat(send(relay, protection, trusting(relays).setKeyCertOptions(elsewhere.own()), null))
                .isNotEqualTo(TAKEN);
        assertThat(relay.contents()).isEmpty();
    }

    @Test
    void passwordIsSaidUnderTls() throws Exception {
        TestRelay relay = relay(Protection.STARTTLS, relays, offering("AUTH LOGIN PLAIN"));
        assertThat(send(relay, Protection.STARTTLS, trusting(relays), LOGIN)).isEqualTo(TAKEN);
        String secret = Base64.getEncoder().encodeToString("\0brise-glace\0sésame".getBytes(StandardCharsets.UTF_8));
        assertThat(relay.lines()).containsSubsequence("1 STARTTLS", "1 EHLO client.example", "1 AUTH PLAIN " + secret);
    }

    @Test
    void relayThatDoesNotKnowUsIsHeard() throws Exception {
        Manners manners = (line, connection) ->
                line.startsWith("AUTH") ? "535 who?" : offering("AUTH PLAIN").answer(line, connection);
        TestRelay relay = relay(Protection.TLS, relays, manners);
        assertThat(send(relay, Protection.TLS, trusting(relays), LOGIN))
                .isEqualTo(new Handover.Refused(Handover.Stage.SESSION, 535));
    }

    @Test
    void relayThatTakesNoPasswordGetsNone() throws Exception {
        TestRelay relay = relay(Protection.TLS, relays, offering("AUTH XOAUTH2"));
        assertThat(send(relay, Protection.TLS, trusting(relays), LOGIN)).isEqualTo(new Handover.Broken());
        assertThat(relay.lines()).containsExactly("1 EHLO client.example");
    }

    @Test
    void passwordWithoutTlsIsRefusedAtBirth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmtpRelay(
                        "localhost", 25, Protection.NONE, null, LOGIN, "client.example", 1, Duration.ofSeconds(1)))
                .withMessage("a password needs TLS");
    }

    private static Manners offering(String more) {
        return (line, connection) -> switch (line.split(" ", 2)[0]) {
            case "EHLO" -> "250-relay\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 " + more;
            case "STARTTLS" -> "220 go";
            case "AUTH" -> "235 welcome";
            default -> TestRelay.polite(line, connection);
        };
    }

    private TestRelay relay(Protection protection, TestCertificate certificate, Manners manners) throws Exception {
        return TestRelay.secure(vertx, options(protection, certificate), manners);
    }

    private TestRelay strict(Protection protection) throws Exception {
        NetServerOptions options = options(protection, relays);
        options.setClientAuth(ClientAuth.REQUIRED).setTrustOptions(ours.trusted());
        return TestRelay.secure(vertx, options, offering(""));
    }

    private static NetServerOptions options(Protection protection, TestCertificate certificate) {
        return new NetServerOptions().setSsl(protection == Protection.TLS).setKeyCertOptions(certificate.own());
    }

    private static ClientSSLOptions trusting(TestCertificate authority) {
        return new ClientSSLOptions().setTrustOptions(authority.trusted());
    }

    private Handover send(TestRelay relay, Protection protection, ClientSSLOptions tls, @Nullable Login login)
            throws Exception {
        SmtpClient client = SmtpClient.of(
                vertx,
                new SmtpRelay(
                        "localhost",
                        relay.port(),
                        protection,
                        tls,
                        login,
                        "client.example",
                        1,
                        Duration.ofSeconds(10)));
        Handover handover = client.send("us@example.org", "you@example.org", Buffer.buffer("x"))
                .await(20, TimeUnit.SECONDS);
        client.close().await(10, TimeUnit.SECONDS);
        return handover;
    }
}
