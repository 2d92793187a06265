package fr.briseglace.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.briseglace.local.Loopback;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SMTP server on the loopback interface that accepts every message, delivers none and keeps the latest 50,000.
 *
 * <p>Plain SMTP without authentication. Starting and stopping block.
 */
public final class MailSink implements AutoCloseable {
    private static final int KEPT = 50_000;

    static {
        // Named, or it is looked for in every jar again for every message.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final GreenMail server;
    private final Mailboxes mailboxes;

    private MailSink(GreenMail server, Mailboxes mailboxes) {
        this.server = server;
        this.mailboxes = mailboxes;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @param port TCP port, or 0 for a free one
     * @param clock dates the messages
     */
    public static MailSink start(int port, InstantSource clock) {
        Mailboxes mailboxes = new Mailboxes(KEPT);
        GreenMail server = new GreenMail(new ServerSetup(port, Loopback.HOST, ServerSetup.PROTOCOL_SMTP));
        // In place of the library's one account per recipient, which would grow without bound.
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> new Recipient(recipient, mailboxes, clock));
        server.start();
        return new MailSink(server, mailboxes);
    }

    /** TCP port on {@link Loopback#HOST}. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** What an address received, oldest first; addresses compare without case. */
    public List<SunkMail> to(String address) {
        return mailboxes.of(address);
    }

    /** Stops accepting; what was received can still be asked for. */
    @Override
    public void close() {
        server.stop();
    }

    /** Whoever a message is for, in the shape that the library asks for; only {@link #deliver} is ever called. */
    private record Recipient(MailAddress address, Mailboxes mailboxes, InstantSource clock) implements GreenMailUser {
        @Override
        public void deliver(MovingMessage message) {
            MailAddress sender = message.getReturnPath();
            deliver(message.getMessage(), sender == null ? "" : sender.getEmail());
        }

        @Override
        public void deliver(MimeMessage message) {
            deliver(message, "");
        }

        private void deliver(MimeMessage message, String sender) {
            try {
                mailboxes.add(new SunkMail(
                        id(message),
                        sender,
                        getEmail(),
                        Objects.requireNonNullElse(message.getSubject(), ""),
                        PlainText.of(message),
                        clock.instant()));
            } catch (MessagingException | IOException e) {
                throw new IllegalArgumentException("a message that cannot be read", e);
            }
        }

        private static final Pattern ID = Pattern.compile("<([^@>]+)");

        private static String id(MimeMessage message) throws MessagingException {
            String id = Objects.requireNonNullElse(message.getMessageID(), "");
            Matcher begins = ID.matcher(id);
            return begins.lookingAt() ? begins.group(1) : "";
        }

        @Override
        public String getEmail() {
            return address.getEmail().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getLogin() {
            return getEmail();
        }

        @Override
        public String getQualifiedMailboxName() {
            return getEmail();
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String toString() {
            return "Recipient[…]";
        }
    }
}
