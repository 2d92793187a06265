package fr.briseglace.gateway;

import fr.briseglace.gateway.ClientCertificate.Serial;
import java.math.BigInteger;
import java.time.Instant;
import javax.security.auth.x500.X500Principal;

/** Certificates of houses that no handshake has proved. */
final class ClientCertificates {
    private ClientCertificates() {}

    static ClientCertificate of(String structureId, String thumbprint) {
        return new ClientCertificate(
                structureId, thumbprint, Instant.MAX, new Serial(new X500Principal("CN=ca"), BigInteger.ONE));
    }
}
