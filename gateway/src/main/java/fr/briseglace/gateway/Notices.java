package fr.briseglace.gateway;

import fr.briseglace.notice.Backoff;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Delivery;
import fr.briseglace.notice.Dispatcher;
import fr.briseglace.notice.MailChannel;
import fr.briseglace.notice.NoticeMetrics;
import fr.briseglace.notice.Outbox;
import fr.briseglace.notice.Pace;
import fr.briseglace.notice.Remedies;
import fr.briseglace.notice.Sender;
import fr.briseglace.notice.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Sets up how notices leave: secure mail and ordinary mail by one relay. */
final class Notices {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RELAY_CONNECTIONS = 4;

    private Notices() {}

    static Dispatcher start(Vertx vertx, Outbox outbox, MailSettings mail, MeterRegistry registry) {
        MailConfig relay =
                new MailConfig().setHostname(mail.host()).setPort(mail.port()).setMaxPoolSize(RELAY_CONNECTIONS);
        String domain = mail.from().substring(mail.from().indexOf('@') + 1);
        MailChannel channel = MailChannel.create(vertx, relay, new Sender(mail.from(), domain), PATIENCE);
        Wording wording = new Wording(remedies(mail));
        Delivery delivery = new Delivery(
                wording,
                Map.of(Channel.SECURE_MAIL, channel, Channel.EMAIL, channel),
                Backoff.DEFAULT,
                RandomGenerator.getDefault()::nextDouble);
        return Dispatcher.start(vertx, outbox, delivery, Pace.DEFAULT, new NoticeMetrics(registry));
    }

    /** The portal's pages, below its address with or without a slash at the end. */
    static Remedies remedies(MailSettings mail) {
        String portal = mail.portal().toString();
        URI pages = URI.create(portal.endsWith("/") ? portal : portal + "/");
        return new Remedies(pages.resolve("journal"), pages.resolve("droits"), mail.privacyOfficer());
    }
}
