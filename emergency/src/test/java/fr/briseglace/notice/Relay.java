package fr.briseglace.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.briseglace.smtp.SmtpRelay;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/** A mail relay with mailboxes, that can be taken down and brought up again on the same port. */
final class Relay {
    static final String LOOPBACK = "127.0.0.1";
    private GreenMail server;
    private final int port;

    Relay() {
        server = start(0);
        port = server.getSmtp().getPort();
    }

    void down() {
        server.stop();
    }

    void up() {
        server = start(port);
    }

    SmtpRelay address() {
        return at(port);
    }

    static SmtpRelay at(int port) {
        return at(port, Duration.ofSeconds(20));
    }

    static SmtpRelay at(int port, Duration patience) {
        return SmtpRelay.plain(LOOPBACK, port, "brise-glace.example", patience);
    }

    List<MimeMessage> to(String address) {
        return List.of(server.getReceivedMessages()).stream()
                .filter(message -> address.equals(header(message, "To")))
                .toList();
    }

    List<MimeMessage> all() {
        return List.of(server.getReceivedMessages());
    }

    static String header(MimeMessage message, String name) {
        try {
            return String.join("\n", message.getHeader(name));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
