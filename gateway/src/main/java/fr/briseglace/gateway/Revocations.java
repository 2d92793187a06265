package fr.briseglace.gateway;

import fr.briseglace.gateway.ClientCertificate.Serial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which client certificates count no more before their time: those on the revocation lists (RFC 5280) of the
 * authorities. Looked at with every request, so that a certificate ends on connections that are open, too. A list that
 * is past its next update stays in force: better an old list than none, and better than nobody served.
 */
final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final @Nullable Path lists;
    private final Path authorities;
    private final InstantSource clock;
    private final WrittenFiles written;
    private volatile Set<Serial> revoked;

    private Revocations(@Nullable Path lists, Path authorities, InstantSource clock) {
        this.lists = lists;
        this.authorities = authorities;
        this.clock = clock;
        this.written = new WrittenFiles(lists == null ? List.of() : List.of(lists, authorities));
        this.revoked = read();
    }

    /**
     * Those on the lists of a file.
     *
     * @param lists one list or several, PEM or DER; null where there are none
     * @param authorities who may revoke, PEM
     * @throws ConfigException where the file cannot be read, or holds a list that none of the authorities signed
     */
    static Revocations of(@Nullable Path lists, Path authorities, InstantSource clock) {
        return new Revocations(lists, authorities, clock);
    }

    /** Whether a certificate counts: not past its end, and not revoked. */
    boolean stands(ClientCertificate certificate) {
        return clock.instant().isBefore(certificate.end()) && !revoked.contains(certificate.serial());
    }

    /** Reads the lists again where they were written since; those in force stay where they cannot be used. Blocks. */
    void lookAgain() {
        if (!written.anew()) {
            return;
        }
        try {
            revoked = read();
            LOG.atInfo().addKeyValue("revoked", revoked.size()).log("revocation lists changed");
        } catch (ConfigException e) {
            LOG.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("the revocation lists cannot be used; those in force stay");
        }
    }

    private Set<Serial> read() {
        if (lists == null) {
            return Set.of();
        }
        Set<Serial> serials = new HashSet<>();
        for (X509CRL list : checked(lists)) {
            Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
            if (entries != null) {
                entries.forEach(
                        entry -> serials.add(new Serial(list.getIssuerX500Principal(), entry.getSerialNumber())));
            }
        }
        return Set.copyOf(serials);
    }

    private List<X509CRL> checked(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream issuers = Files.newInputStream(authorities)) {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            Collection<? extends java.security.cert.Certificate> known = x509.generateCertificates(issuers);
            Collection<? extends CRL> found = x509.generateCRLs(in);
            List<X509CRL> read = found.stream().map(X509CRL.class::cast).toList();
            if (read.isEmpty()) {
                throw new ConfigException("the file that tls.revoked names holds no revocation list");
            }
            for (X509CRL list : read) {
                if (known.stream().noneMatch(issuer -> signed(list, (X509Certificate) issuer))) {
                    throw new ConfigException(
                            "the file that tls.revoked names holds a list that no authority of ours signed");
                }
                if (list.getNextUpdate() != null
                        && list.getNextUpdate().toInstant().isBefore(clock.instant())) {
                    LOG.warn("a revocation list is past its next update");
                }
            }
            return read;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException("the file that tls.revoked names cannot be read");
        }
    }

    private static boolean signed(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
