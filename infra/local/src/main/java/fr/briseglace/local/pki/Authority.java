package fr.briseglace.local.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one sitting: its key lives in memory only, so nobody can ever issue more in its name. */
final class Authority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3652);
    private static final Duration LEAF_LIFE = Duration.ofDays(365);
    // Clocks of the same laboratory differ a little.
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 127;

    private final Instant now;
    private final SecureRandom random;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /** A new authority, valid ten years from now. */
    Authority(Instant now, SecureRandom random) throws GeneralSecurityException {
        this.now = now;
        this.random = random;
        this.keys = newKeys();
        X500Name name = name("Brise-glace", "Pile locale", "Autorité locale de Brise-glace");
        this.certificate = sign(name, name, keys.getPublic(), AUTHORITY_LIFE, builder -> builder.addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The server's identity for localhost, 127.0.0.1 and ::1, valid a year. */
    Identity server() throws GeneralSecurityException {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        return leaf(name("Brise-glace", "Pile locale", "localhost"), builder -> builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names));
    }

    /** A structure's client identity, valid a year. */
    Identity client(LocalStructure structure) throws GeneralSecurityException {
        return leaf(
                subject(structure),
                builder -> builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    }

    /** Who a structure's certificate speaks of. */
    static X500Name subject(LocalStructure structure) {
        return name(structure.organisation(), structure.id(), structure.certificateName());
    }

    private Identity leaf(X500Name subject, Extensions purpose) throws GeneralSecurityException {
        KeyPair leaf = newKeys();
        X509Certificate signed = sign(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                subject,
                leaf.getPublic(),
                LEAF_LIFE,
                builder -> purpose.addTo(builder)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
        return new Identity(leaf.getPrivate(), signed);
    }

    private X509Certificate sign(X500Name issuer, X500Name subject, PublicKey key, Duration life, Extensions extensions)
            throws GeneralSecurityException {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                            Date.from(now.minus(SLACK)),
                            Date.from(now.plus(life)),
                            subject,
                            key)
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(keys.getPublic()));
            return new JcaX509CertificateConverter()
                    .getCertificate(extensions
                            .addTo(builder)
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException("a certificate cannot be signed", e);
        }
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static X500Name name(String organisation, String unit, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    /** What sets one kind of certificate apart from another. */
    private interface Extensions {
        X509v3CertificateBuilder addTo(X509v3CertificateBuilder builder) throws IOException;
    }
}
