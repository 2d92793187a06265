package fr.briseglace.smtp;

import io.vertx.core.net.ClientSSLOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A relay and how it is spoken to.
 *
 * @param host name or address
 * @param port TCP port
 * @param protection what covers the conversation
 * @param tls our certificate and whose we trust; null for the defaults of the platform
 * @param login name and password; null where the relay knows us otherwise
 * @param ourName the name we give ourselves in EHLO
 * @param connections most connections at once, from 1
 * @param patience longest wait for a connection, and for all answers to one message
 */
public record SmtpRelay(
        String host,
        int port,
        Protection protection,
        @Nullable ClientSSLOptions tls,
        @Nullable Login login,
        String ourName,
        int connections,
        Duration patience) {
    /** What covers the conversation. */
    public enum Protection {
        /** Nothing; for a relay on the same machine. */
        NONE,
        /** TLS from the first byte. */
        TLS,
        /** TLS before anything is said of a message (RFC 3207); a relay that offers none is not used. */
        STARTTLS
    }

    /** Name and password for a relay (RFC 4616); only ever sent under TLS. */
    public record Login(String name, String password) {
        /** Says nothing of either. */
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** Refuses a relay that cannot work, and a password that would travel in clear. */
    public SmtpRelay {
        if (connections < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException("a relay needs a connection and some patience");
        }
        if (login != null && protection == Protection.NONE) {
            throw new IllegalArgumentException("a password needs TLS");
        }
    }

    /** A relay without TLS, by four connections. */
    public static SmtpRelay plain(String host, int port, String ourName, Duration patience) {
        return new SmtpRelay(host, port, Protection.NONE, null, null, ourName, 4, patience);
    }
}
