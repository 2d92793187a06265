package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCertificateTest {
    @ParameterizedTest
    @CsvSource({
        "'CN=samu44,OU=1440000001,O=SAMU 44,C=FR', 1440000001",
        "'OU=1440000001', 1440000001",
        "'CN=x+OU=1440000001,O=SAMU 44', 1440000001",
        "'CN=samu44,OU=\"a,b\",C=FR', 'a,b'",
        "'CN=samu44,C=FR', ''",
        "'CN=\"OU=1440000001\",C=FR', ''",
        "'CN=samu44,OU=1440000001,OU=1750000001', ''",
        "'CN=samu44,OU=1440000001+OU=1750000001', ''"
    })
    void structureIsTheOneUnitOfTheSubject(String subject, String structure) {
        assertThat(ClientCertificate.of(Certificates.of(subject).certificate()).structureId())
                .isEqualTo(structure);
    }

    @Test
    void thumbprintIsThatOfRfc8705() throws Exception {
        X509Certificate certificate = Certificates.of("OU=1440000001").certificate();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());

        String thumbprint = ClientCertificate.of(certificate).thumbprint();
        assertThat(thumbprint).hasSize(43).doesNotContain("=", "+", "/");
        assertThat(Base64.getUrlDecoder().decode(thumbprint)).isEqualTo(digest);
    }
}
