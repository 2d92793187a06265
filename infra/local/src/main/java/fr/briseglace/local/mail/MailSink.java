package fr.briseglace.local.mail;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server on the loopback interface that accepts every message, delivers none and keeps the latest 20,000. What
 * arrives is read when somebody asks for it: under load that is one message among thousands.
 *
 * <p>Plain SMTP without authentication. Starting and stopping block.
 */
public final class MailSink implements AutoCloseable {
    private static final int KEPT = 20_000;

    private final SMTPServer server;
    private final Mailboxes mailboxes;

    private MailSink(SMTPServer server, Mailboxes mailboxes) {
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
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Reception(mailboxes, clock))
                .build();
        server.start();
        return new MailSink(server, mailboxes);
    }

    /** TCP port on {@link fr.briseglace.local.Loopback#HOST}. */
    public int port() {
        return server.getPortAllocated();
    }

    /**
     * What an address received, oldest first; addresses compare without case.
     *
     * @throws IllegalStateException if a message cannot be read
     */
    public List<SunkMail> to(String address) {
        return mailboxes.of(address).stream().map(ReceivedMail::read).toList();
    }

    /** Stops accepting; what was received can still be asked for. */
    @Override
    public void close() {
        server.stop();
    }
}
