package fr.briseglace.local.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The certificates as others read them: Java's own PKIX and OpenSSL at its strictest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificatesTest {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private final Instant now = Instant.now();
    private LocalPki pki;

    @BeforeAll
    void firstStart(@TempDir Path folder) throws IOException, GeneralSecurityException {
        pki = LocalPki.open(folder, now);
    }

    @ParameterizedTest
    @EnumSource
    void aStructuresCertificateSaysWhoItIsAndThatItIsAClient(LocalStructure structure)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = read(pki.certificate(structure));

        validate(certificate);
        assertThat(certificate.getSubjectX500Principal().getName())
                .isEqualTo("CN=" + structure.certificateName() + ",OU=" + structure.id() + ",O="
                        + structure.organisation() + ",C=FR");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
        assertThat(structure.id()).matches("1\\d{9}");
        assertThat(structure.finess()).hasSize(9);
    }

    @Test
    void theServersCertificateNamesTheLoopbackHosts() throws IOException, GeneralSecurityException {
        X509Certificate certificate = read(pki.serverCertificate());

        validate(certificate);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void theAuthorityLivesTenYearsAndTheOthersOne() throws IOException, GeneralSecurityException {
        assertThat(read(pki.authority()).getNotAfter()).isAfter(Date.from(now.plus(Duration.ofDays(3650))));
        assertThat(read(pki.serverCertificate()).getNotAfter())
                .isBetween(Date.from(now.plus(Duration.ofDays(364))), Date.from(now.plus(Duration.ofDays(365))));
    }

    @Test
    void theStoreHoldsTheKeyOfTheCertificateAndTheChain() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(pki.store(LocalStructure.SAMU_44))) {
            store.load(file, "changeit".toCharArray());
        }
        X509Certificate certificate = read(pki.certificate(LocalStructure.SAMU_44));

        assertThat(store.getCertificateChain("samu44")).containsExactly(certificate, read(pki.authority()));
        PrivateKey key = (PrivateKey) store.getKey("samu44", "changeit".toCharArray());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void theThumbprintIsThatOfRfc8705() throws IOException, GeneralSecurityException {
        byte[] der = read(pki.certificate(LocalStructure.DPO)).getEncoded();

        assertThat(Base64.getUrlDecoder().decode(pki.thumbprint(LocalStructure.DPO)))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(der));
    }

    @Test
    void opensslAcceptsTheServerAtItsStrictest() throws Exception {
        assertThat(openssl(
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "localhost",
                        "-CAfile",
                        pki.authority().toString(),
                        pki.serverCertificate().toString()))
                .endsWith(": OK");
    }

    @ParameterizedTest
    @EnumSource
    void opensslAcceptsEveryClientAtItsStrictest(LocalStructure structure) throws Exception {
        assertThat(openssl(
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslclient",
                        "-CAfile",
                        pki.authority().toString(),
                        pki.certificate(structure).toString()))
                .endsWith(": OK");
    }

    @Test
    void opensslReadsKeyAndStore() throws Exception {
        assertThat(openssl(
                        "pkey",
                        "-noout",
                        "-check",
                        "-in",
                        pki.key(LocalStructure.CABINET).toString()))
                .isEqualTo("Key is valid");
        assertThat(openssl(
                        "pkcs12",
                        "-nokeys",
                        "-passin",
                        "pass:changeit",
                        "-in",
                        pki.store(LocalStructure.CABINET).toString()))
                .containsPattern("CN ?= ?cabinet");
    }

    private void validate(X509Certificate certificate) throws IOException, GeneralSecurityException {
        PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(read(pki.authority()), null)));
        trust.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), trust);
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private static String openssl(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed on this machine");
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
