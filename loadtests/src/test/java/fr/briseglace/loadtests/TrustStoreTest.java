package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    @Test
    void theAuthorityOfThePemIsTrustedAndNoOther(@TempDir Path folder) throws Exception {
        KeyStore made = madeByKeytool(folder);
        Path pem = folder.resolve("ca.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(made.getCertificate("ca").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");

        KeyStore trusted = load(TrustStore.of(pem).file(), TrustStore.PASSWORD);
        assertThat(Collections.list(trusted.aliases())).hasSize(1);
        assertThat(trusted.getCertificate("authority-0")).isEqualTo(made.getCertificate("ca"));
    }

    @Test
    void aFileWithoutCertificatesIsRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("ca.pem"));
        assertThatIllegalArgumentException().isThrownBy(() -> TrustStore.of(empty));
    }

    private static KeyStore madeByKeytool(Path folder) throws Exception {
        Path file = folder.resolve("made.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ca",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Test authority",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return load(file, "changeit");
    }

    private static KeyStore load(Path file, String password) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), password.toCharArray());
    }
}
