package fr.briseglace.notice;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mail by an SMTP relay: an MSSanté operator's for secure mailboxes, any other for ordinary ones. */
public final class MailChannel implements NoticeChannel {
    // Mailbox unavailable, not local, name not allowed (RFC 5321 §4.2.3): the address is at fault, not the relay.
    private static final Set<Integer> ADDRESS_CODES = Set.of(550, 551, 553);

    private final MailClient relay;
    private final Sender sender;
    private final Duration patience;

    private MailChannel(MailClient relay, Sender sender, Duration patience) {
        this.relay = relay;
        this.sender = sender;
        this.patience = patience;
    }

    /**
     * A channel with its own pool of connections, kept open and pipelined.
     *
     * @param relay host, TLS, certificates, credentials and size of the pool; what concerns time is set here
     * @param patience longest wait for an answer to one message, at least a second
     */
    public static MailChannel create(Vertx vertx, MailConfig relay, Sender sender, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        MailConfig bounded = new MailConfig(relay)
                .setConnectTimeout(millis)
                .setKeepAliveTimeout(millis)
                .setKeepAliveTimeoutUnit(TimeUnit.MILLISECONDS)
                // Cuts off a relay that fell silent in mid-message; later than the pool parts with idle connections.
                .setIdleTimeout(Math.multiplyExact(2, millis))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setOwnHostname(relay.getOwnHostname() == null ? sender.idDomain() : relay.getOwnHostname())
                .setKeepAlive(true)
                .setPipelining(true)
                .setAllowRcptErrors(false);
        return new MailChannel(MailClient.create(vertx, bounded), sender, patience);
    }

    @Override
    public Future<Receipt> send(Message message) {
        if (!MailAddress.usable(message.address())) {
            return Future.succeededFuture(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        }
        return relay.sendMail(mail(message))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .<Receipt>map(accepted -> new Receipt.Accepted())
                .otherwise(cause -> new Receipt.Declined(failure(cause)));
    }

    @Override
    public Future<Void> close() {
        // A relay that hung up first makes the farewell fail, and the connection is gone all the same.
        return relay.close().otherwiseEmpty();
    }

    private MailMessage mail(Message message) {
        return new MailMessage()
                .setFrom(sender.address())
                .setTo(message.address())
                .setSubject(message.words().subject())
                .setText(message.words().text())
                .setHtml(message.words().html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", "<" + message.noticeId() + "@" + sender.idDomain() + ">")
                        .add("Auto-Submitted", "auto-generated"));
    }

    private static Failure failure(Throwable cause) {
        if (cause instanceof SMTPException reply) {
            return ADDRESS_CODES.contains(reply.getReplyCode()) ? Failure.ADDRESS_REJECTED : Failure.RELAY_REFUSED;
        }
        return cause instanceof TimeoutException ? Failure.RELAY_SILENT : Failure.RELAY_UNREACHABLE;
    }
}
