package fr.briseglace.gateway;

import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.SmtpRelay.Login;
import fr.briseglace.smtp.SmtpRelay.Protection;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How notices leave.
 *
 * @param relay of secure mail, and of ordinary mail too
 * @param from sender address
 * @param privacyOfficer mailbox of the privacy officer
 * @param portal where patients see their journal and their rights
 * @param perSecond most notices that leave in a second
 * @param spool folder that the printers of letters empty; null where there are none, and letters wait
 */
public record MailSettings(
        SmtpRelay relay,
        String from,
        String privacyOfficer,
        URI portal,
        int perSecond,
        @Nullable Path spool) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 4;

    static MailSettings of(Settings settings) {
        String from = settings.mail("mail.from");
        return new MailSettings(
                relay(settings, "mail", domain(from)),
                from,
                settings.mail("mail.privacy-officer"),
                settings.uri("mail.portal", "https", "https"),
                settings.number("notices.per-second", 2_000, 1, 100_000),
                settings.optionalFolder("letters.spool"));
    }

    /** What Message-IDs end in, and what we call ourselves. */
    String domain() {
        return domain(from);
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static SmtpRelay relay(Settings settings, String prefix, String ourName) {
        Protection protection = protection(settings, prefix + ".protection");
        Login login = login(settings, prefix);
        if (login != null && protection == Protection.NONE) {
            throw new ConfigException(prefix + ".user needs " + prefix + ".protection");
        }
        return new SmtpRelay(
                settings.text(prefix + ".host"),
                settings.number(prefix + ".port", 25, 1, 65_535),
                protection,
                tls(settings, prefix),
                login,
                ourName,
                settings.number(prefix + ".connections", CONNECTIONS, 1, 100),
                PATIENCE);
    }

    private static Protection protection(Settings settings, String name) {
        return switch (settings.text(name, "starttls").toLowerCase(Locale.ROOT)) {
            case "starttls" -> Protection.STARTTLS;
            case "tls" -> Protection.TLS;
            case "none" -> Protection.NONE;
            default -> throw new ConfigException(name + " must be starttls, tls or none");
        };
    }

    /** Our certificate and the authorities of the relay's, either or both. */
    private static @Nullable ClientSSLOptions tls(Settings settings, String prefix) {
        boolean own = !settings.text(prefix + ".certificate", "").isEmpty();
        boolean others = !settings.text(prefix + ".authorities", "").isEmpty();
        if (!own && !others) {
            return null;
        }
        ClientSSLOptions tls = new ClientSSLOptions();
        if (own) {
            tls.setKeyCertOptions(new PemKeyCertOptions()
                    .setCertPath(settings.path(prefix + ".certificate").toString())
                    .setKeyPath(settings.path(prefix + ".key").toString()));
        }
        if (others) {
            tls.setTrustOptions(new PemTrustOptions()
                    .addCertPath(settings.path(prefix + ".authorities").toString()));
        }
        return tls;
    }

    private static @Nullable Login login(Settings settings, String prefix) {
        String user = settings.text(prefix + ".user", "");
        return user.isEmpty() ? null : new Login(user, settings.text(prefix + ".password"));
    }
}
