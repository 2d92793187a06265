package fr.briseglace.gateway;

import io.vertx.core.http.HttpConnection;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The house at the other end of a connection, as the handshake proved it.
 *
 * @param structureId FINESS with its prefix, from the subject's OU
 * @param thumbprint base64url of SHA-256 over the certificate, to compare with a token's {@code cnf.x5t#S256}
 *     (RFC 8705)
 * @param end when it ends; a connection may last longer
 * @param serial what a revocation list calls it
 */
record ClientCertificate(String structureId, String thumbprint, Instant end, Serial serial) {
    /** A certificate as revocation lists name it (RFC 5280). */
    record Serial(X500Principal issuer, BigInteger number) {}

    /** The certificate of a connection, or null where none was shown. */
    static @Nullable ClientCertificate of(HttpConnection connection) {
        SSLSession session = connection.sslSession();
        if (session == null) {
            return null;
        }
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate ? of(certificate) : null;
        } catch (SSLPeerUnverifiedException none) {
            return null;
        }
    }

    /** What matters of a certificate. */
    static ClientCertificate of(X509Certificate certificate) {
        try {
            byte[] digest = Sha256.of(certificate.getEncoded());
            return new ClientCertificate(
                    organizationalUnit(certificate),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                    certificate.getNotAfter().toInstant(),
                    new Serial(certificate.getIssuerX500Principal(), certificate.getSerialNumber()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one OU of the subject; empty where there is none, or more than one, which would leave a choice. */
    private static String organizationalUnit(X509Certificate certificate) {
        List<String> units = new ArrayList<>();
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                Attribute unit = part.toAttributes().get("OU");
                for (int i = 0; unit != null && i < unit.size(); i++) {
                    units.add(unit.get(i) instanceof String text ? text : "");
                }
            }
        } catch (NamingException unreadable) {
            return "";
        }
        return units.size() == 1 ? units.getFirst() : "";
    }
}
