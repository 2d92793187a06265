package fr.briseglace.gateway;

import fr.briseglace.notice.Backoff;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Delivery;
import fr.briseglace.notice.Dispatcher;
import fr.briseglace.notice.LetterChannel;
import fr.briseglace.notice.MailChannel;
import fr.briseglace.notice.NoticeChannel;
import fr.briseglace.notice.NoticeMetrics;
import fr.briseglace.notice.Outbox;
import fr.briseglace.notice.Pace;
import fr.briseglace.notice.Portal;
import fr.briseglace.notice.Recipient;
import fr.briseglace.notice.Remedies;
import fr.briseglace.notice.Sender;
import fr.briseglace.notice.SmsChannel;
import fr.briseglace.notice.WebhookChannel;
import fr.briseglace.notice.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Sets up how notices leave: by mail relays, a folder of letters, a sender of text messages, the portal's webhook. */
final class Notices {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Notices() {}

    /** Starts sending; gives way while accesses wait for each other. */
    static Dispatcher start(
            Vertx vertx, Outbox outbox, MailSettings mail, MeterRegistry registry, BooleanSupplier crowded) {
        Delivery delivery = new Delivery(
                new Wording(remedies(mail)),
                channels(vertx, mail),
                Backoff.DEFAULT,
                RandomGenerator.getDefault()::nextDouble);
        return Dispatcher.start(
                vertx, outbox, delivery, Pace.DEFAULT.at(mail.perSecond()), new NoticeMetrics(registry), crowded);
    }

    /** The channels there are; notices of any other wait. */
    private static Map<Channel, NoticeChannel> channels(Vertx vertx, MailSettings mail) {
        InstantSource clock = InstantSource.system();
        Map<Channel, NoticeChannel> channels = new EnumMap<>(Channel.class);
        NoticeChannel secure = relayed(vertx, mail.secure(), clock);
        channels.put(Channel.SECURE_MAIL, secure);
        channels.put(
                Channel.EMAIL, mail.ordinary().equals(mail.secure()) ? secure : relayed(vertx, mail.ordinary(), clock));
        if (mail.spool() != null) {
            channels.put(Channel.LETTER, new LetterChannel(vertx, mail.spool(), clock));
        }
        if (mail.sms() != null) {
            channels.put(Channel.SMS, SmsChannel.create(vertx, mail.sms(), PATIENCE));
        }
        PortalSettings portal = mail.webhook();
        if (portal != null) {
            channels.put(
                    Channel.PORTAL, WebhookChannel.create(vertx, portal.webhook(), portal.keys(), clock, PATIENCE));
        }
        return channels;
    }

    /** Mail by a relay of the configuration, on connections of its own. */
    static NoticeChannel relayed(Vertx vertx, RelaySettings mail, InstantSource clock) {
        return MailChannel.create(vertx, mail.relay(), new Sender(mail.from(), mail.domain()), clock);
    }

    /** Whom else to tell: those whom the portal knows, where it takes events. */
    static UnaryOperator<List<Recipient>> reach(MailSettings mail) {
        return mail.webhook() == null ? UnaryOperator.identity() : Portal::also;
    }

    /** The portal's pages, below its address with or without a slash at the end. */
    static Remedies remedies(MailSettings mail) {
        String portal = mail.portal().toString();
        URI pages = URI.create(portal.endsWith("/") ? portal : portal + "/");
        return new Remedies(pages.resolve("journal"), pages.resolve("droits"), mail.privacyOfficer());
    }
}
