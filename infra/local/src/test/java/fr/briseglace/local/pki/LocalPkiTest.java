package fr.briseglace.local.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the folder is kept and when it is made anew. */
class LocalPkiTest {
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path folder;

    private LocalPki pki;

    @BeforeEach
    void firstStart() throws IOException, GeneralSecurityException {
        pki = LocalPki.open(folder, NOW);
    }

    @Test
    void aLaterStartFindsTheSameCertificatesAndKeys() throws IOException, GeneralSecurityException {
        String authority = Files.readString(pki.authority());
        String key = Files.readString(pki.key(LocalStructure.SAMU_44));

        LocalPki later = LocalPki.open(folder, NOW.plus(Duration.ofDays(300)));

        assertThat(later.authority()).hasContent(authority);
        assertThat(later.key(LocalStructure.SAMU_44)).hasContent(key);
    }

    @Test
    void certificatesAboutToEndAreMadeAnewAndTheTokenKeyIsKept() throws IOException, GeneralSecurityException {
        String authority = Files.readString(pki.authority());

        LocalPki later = LocalPki.open(folder, NOW.plus(Duration.ofDays(364)).plusSeconds(1));

        assertThat(Files.readString(later.authority())).isNotEqualTo(authority);
        assertThat(later.tokenKey().getModulus()).isEqualTo(pki.tokenKey().getModulus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "server.pem", "server.key", "samu44.pem", "samu75.key", "dpo.p12"})
    void aMissingFileIsMadeAnewTogetherWithAllOthers(String file) throws IOException, GeneralSecurityException {
        String other = Files.readString(pki.certificate(LocalStructure.CABINET));
        Files.delete(folder.resolve(file));

        LocalPki.open(folder, NOW);

        assertThat(folder.resolve(file)).exists();
        assertThat(Files.readString(pki.certificate(LocalStructure.CABINET))).isNotEqualTo(other);
    }

    @Test
    void aDamagedCertificateIsMadeAnew() throws IOException, GeneralSecurityException {
        Files.writeString(pki.certificate(LocalStructure.PORTAIL), "-----BEGIN CERTIFICATE-----\nAAAA\n");

        LocalPki.open(folder, NOW);

        assertThat(new PkiFolder(folder).certificate("portail").getBasicConstraints())
                .isEqualTo(-1);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsMadeAnew(@TempDir Path elsewhere)
            throws IOException, GeneralSecurityException {
        LocalPki stranger = LocalPki.open(elsewhere, NOW);
        Files.writeString(
                pki.certificate(LocalStructure.DPO), Files.readString(stranger.certificate(LocalStructure.DPO)));

        LocalPki.open(folder, NOW);

        PkiFolder files = new PkiFolder(folder);
        files.certificate("dpo").verify(files.certificate("ca").getPublicKey());
    }

    @Test
    void secretsAreTheirOwnersAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".pem")))
                    .hasSize(1 + 1 + 2 * LocalStructure.values().length)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void theAuthoritysKeyIsNowhere() {
        assertThat(folder.resolve("ca.key")).doesNotExist();
    }
}
