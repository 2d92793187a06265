package fr.briseglace.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.mail.internet.MimeMessage;
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

    MailConfig config() {
        return config(port);
    }

    static MailConfig config(int port) {
        return new MailConfig().setHostname(LOOPBACK).setPort(port).setStarttls(StartTLSOptions.DISABLED);
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
