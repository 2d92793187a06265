package fr.briseglace.loadtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * The certificates a run trusts, as the PKCS#12 file that Gatling wants.
 *
 * @param file where it was written; goes with the process
 */
record TrustStore(Path file) {
    /** Protects nothing: certificates are public. */
    static final String PASSWORD = "changeit";

    /** Trusts the authorities of this PEM file and no other. */
    static TrustStore of(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, authority);
            }
            if (count == 0) {
                throw new IllegalArgumentException("no certificate in " + pem);
            }
            return new TrustStore(written(store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate: " + pem, e);
        }
    }

    private static Path written(KeyStore store) throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile("trust", ".p12");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
