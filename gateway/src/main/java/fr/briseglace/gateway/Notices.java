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
import fr.briseglace.notice.Remedies;
import fr.briseglace.notice.Sender;
import fr.briseglace.notice.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sets up how notices leave: secure mail and ordinary mail by one relay, letters by a folder. */
final class Notices {
    private Notices() {}

    /** Starts sending; gives way while the event loops of accesses run late. */
    static Dispatcher start(
            Vertx vertx, Outbox outbox, MailSettings mail, MeterRegistry registry, Supplier<Duration> lateness) {
        MailChannel channel =
                MailChannel.create(vertx, mail.relay(), new Sender(mail.from(), mail.domain()), InstantSource.system());
        Map<Channel, NoticeChannel> channels = new EnumMap<>(Channel.class);
        channels.put(Channel.SECURE_MAIL, channel);
        channels.put(Channel.EMAIL, channel);
        if (mail.spool() != null) {
            channels.put(Channel.LETTER, new LetterChannel(vertx, mail.spool(), InstantSource.system()));
        }
        Delivery delivery = new Delivery(
                new Wording(remedies(mail)), channels, Backoff.DEFAULT, RandomGenerator.getDefault()::nextDouble);
        return Dispatcher.start(
                vertx, outbox, delivery, Pace.DEFAULT.at(mail.perSecond()), new NoticeMetrics(registry), lateness);
    }

    /** The portal's pages, below its address with or without a slash at the end. */
    static Remedies remedies(MailSettings mail) {
        String portal = mail.portal().toString();
        URI pages = URI.create(portal.endsWith("/") ? portal : portal + "/");
        return new Remedies(pages.resolve("journal"), pages.resolve("droits"), mail.privacyOfficer());
    }
}
