package fr.briseglace.notice;

import fr.briseglace.smtp.Handover;
import fr.briseglace.smtp.Mail;
import fr.briseglace.smtp.SmtpClient;
import fr.briseglace.smtp.SmtpRelay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;

/** Mail by an SMTP relay: an MSSanté operator's for secure mailboxes, any other for ordinary ones. */
public final class MailChannel implements NoticeChannel {
    // Mailbox unavailable, not local, name not allowed (RFC 5321 §4.2.3): the address is at fault, not the relay.
    private static final Set<Integer> ADDRESS_CODES = Set.of(550, 551, 553);

    private final SmtpClient relay;
    private final Sender sender;
    private final InstantSource clock;
    private final Rejections rejections = new Rejections("mail relay");

    private MailChannel(SmtpClient relay, Sender sender, InstantSource clock) {
        this.relay = relay;
        this.sender = sender;
        this.clock = clock;
    }

    /** A channel with connections of its own, on the caller's event loop. */
    public static MailChannel create(Vertx vertx, SmtpRelay relay, Sender sender, InstantSource clock) {
        return new MailChannel(SmtpClient.of(vertx, relay), sender, clock);
    }

    @Override
    public Future<Receipt> send(Message message) {
        if (!MailAddress.usable(message.address())) {
            return Future.succeededFuture(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        }
        Words words = message.words();
        Mail mail = new Mail(
                sender.address(),
                message.address(),
                words.subject(),
                message.noticeId().toString(),
                sender.idDomain(),
                clock.instant(),
                words.text(),
                words.html());
        return relay.send(sender.address(), message.address(), mail.bytes())
                .map(MailChannel::receipt)
                .map(rejections::judged);
    }

    @Override
    public Future<Void> close() {
        return relay.close();
    }

    private static Receipt receipt(Handover handover) {
        return switch (handover) {
            case Handover.Taken taken -> new Receipt.Accepted();
            case Handover.Refused refused -> new Receipt.Declined(failure(refused));
            case Handover.Silence silence -> new Receipt.Declined(Failure.RELAY_SILENT);
            case Handover.Broken broken -> new Receipt.Declined(Failure.RELAY_UNREACHABLE);
        };
    }

    private static Failure failure(Handover.Refused refused) {
        return refused.to() == Handover.Stage.RECIPIENT && ADDRESS_CODES.contains(refused.code())
                ? Failure.ADDRESS_REJECTED
                : Failure.RELAY_REFUSED;
    }
}
