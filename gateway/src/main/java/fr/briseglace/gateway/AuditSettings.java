package fr.briseglace.gateway;

import fr.briseglace.notice.Backoff;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An external repository that is told of every record (IHE ITI-20).
 *
 * @param repository where AuditEvents are posted
 * @param identity our certificate; null for none
 * @param authorities of the repository's certificate; null for those of the platform
 * @param patience how long it may take for one
 * @param look how often it is looked for new records
 * @param backoff when it is tried again
 */
public record AuditSettings(
        URI repository,
        @Nullable KeyCertOptions identity,
        @Nullable TrustOptions authorities,
        Duration patience,
        Duration look,
        Backoff backoff) {
    /** Null where none is named. */
    static @Nullable AuditSettings of(Settings settings) {
        URI repository = settings.optionalUri("audit.repository", "https", "http");
        PemKeyCertOptions identity = settings.text("audit.certificate", "").isEmpty()
                ? null
                : new PemKeyCertOptions()
                        .setCertPath(settings.path("audit.certificate").toString())
                        .setKeyPath(settings.path("audit.key").toString());
        PemTrustOptions authorities = settings.text("audit.authorities", "").isEmpty()
                ? null
                : new PemTrustOptions()
                        .addCertPath(settings.path("audit.authorities").toString());
        return repository == null
                ? null
                : new AuditSettings(
                        repository,
                        identity,
                        authorities,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Backoff.DEFAULT);
    }
}
