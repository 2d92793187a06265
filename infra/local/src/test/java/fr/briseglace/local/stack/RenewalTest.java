package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.pki.LocalPki;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's own certificate, written anew while it serves. */
class RenewalTest {
    private static final int HANDSHAKES = 8;

    private final Stack stack = Stack.open(true);

    @AfterEach
    void close() throws IOException {
        stack.close();
    }

    @Test
    void renewedCertificateIsShownWithoutARestart(@TempDir Path folder) throws Exception {
        try (HttpClient connected = stack.doors().showing(null)) {
            Answer before = Doors.send(connected, stack.doors().api("/log/checkpoint"));
            assertThat(before.status()).isEqualTo(200);
            Certificate old = shown();

            put("server.pem", Files.writeString(folder.resolve("none.pem"), "no certificate"));
            LocalPki fresh = LocalPki.open(folder.resolve("pki"), Instant.now());
            put("server.key", fresh.serverKey());
            assertThat(shown()).isEqualTo(old);

            put("server.pem", fresh.serverCertificate());
            Certificate renewed = read(fresh.serverCertificate());
            assertThat(Patience.until(this::shown, renewed::equals)).isEqualTo(renewed);
            for (int i = 0; i < HANDSHAKES; i++) {
                assertThat(shown()).isEqualTo(renewed);
            }
            Answer after = Doors.send(connected, stack.doors().api("/log/checkpoint"));
            assertThat(after.status()).isEqualTo(200);
        }
    }

    private void put(String name, Path file) throws IOException {
        Files.copy(file, stack.home().resolve("pki").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Certificate read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** What a new handshake shows. */
    private Certificate shown() throws IOException {
        try (SSLSocket socket = (SSLSocket) anybody()
                .getSocketFactory()
                .createSocket("localhost", stack.local().options().ports().api())) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLContext anybody() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts whoever it is, for the sake of looking. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
