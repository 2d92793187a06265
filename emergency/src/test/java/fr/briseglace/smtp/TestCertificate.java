package fr.briseglace.smtp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that is its own authority, with its key.
 *
 * @param pem the certificate
 * @param key the key
 */
record TestCertificate(String pem, String key) {
    /** One for a host name. */
    static TestCertificate of(String host) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        X500Principal subject = new X500Principal("CN=" + host);
        Instant now = Instant.now();
        byte[] certificate = new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(now.toEpochMilli()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofHours(1))),
                        subject,
                        keys.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                .getEncoded();
        return new TestCertificate(
                pem("CERTIFICATE", certificate),
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /** To show it. */
    PemKeyCertOptions own() {
        return new PemKeyCertOptions().setCertValue(Buffer.buffer(pem)).setKeyValue(Buffer.buffer(key));
    }

    /** To trust it. */
    PemTrustOptions trusted() {
        return new PemTrustOptions().addCertValue(Buffer.buffer(pem));
    }

    private static String pem(String type, byte[] der) {
        String lines = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
