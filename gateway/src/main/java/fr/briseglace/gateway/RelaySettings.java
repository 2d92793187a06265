package fr.briseglace.gateway;

import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.SmtpRelay.Login;
import fr.briseglace.smtp.SmtpRelay.Protection;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail relay, and in whose name it is used.
 *
 * @param relay how it is spoken to
 * @param from sender address
 */
public record RelaySettings(SmtpRelay relay, String from) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 4;

    /** Reads the keys that begin with that word. */
    static RelaySettings of(Settings settings, String prefix) {
        String from = settings.mail(prefix + ".from");
        return new RelaySettings(relay(settings, prefix, domain(from)), from);
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
