package fr.briseglace.local.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;

/**
 * The keys and certificates of the local stack in one folder: {@code ca.pem}; {@code server.pem} and {@code server.key}
 * for localhost; {@code <name>.pem}, {@code <name>.key} and {@code <name>.p12} (password {@code changeit}) per
 * {@link LocalStructure}; {@code idp.key}, which signs tokens. Made at the first start and kept.
 */
public final class LocalPki {
    private static final String AUTHORITY = "ca";
    private static final String SERVER = "server";
    private static final String IDENTITY_PROVIDER = "idp";
    private static final Duration MARGIN = Duration.ofDays(1);
    private static final int RSA_BITS = 2048;

    private final PkiFolder files;
    private final RSAPrivateCrtKey tokenKey;

    private LocalPki(PkiFolder files, RSAPrivateCrtKey tokenKey) {
        this.files = files;
        this.tokenKey = tokenKey;
    }

    /**
     * The PKI of a folder. Certificates are made anew, all of them, where any is missing, damaged, not of this table of
     * structures, or at its end within a day; the token key is made anew only where it is missing.
     */
    public static LocalPki open(Path folder, Instant now) throws IOException, GeneralSecurityException {
        PkiFolder files = new PkiFolder(Files.createDirectories(folder));
        SecureRandom random = new SecureRandom();
        if (!isWhole(files, now)) {
            issue(files, new Authority(now, random));
        }
        if (!Files.exists(files.keyFile(IDENTITY_PROVIDER))) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, random);
            files.writeKey(IDENTITY_PROVIDER, generator.generateKeyPair().getPrivate());
        }
        return new LocalPki(files, (RSAPrivateCrtKey) files.key(IDENTITY_PROVIDER, "RSA"));
    }

    /** The certificate everybody trusts, PEM. */
    public Path authority() {
        return files.certificateFile(AUTHORITY);
    }

    /** The gateway's certificate for localhost, PEM. */
    public Path serverCertificate() {
        return files.certificateFile(SERVER);
    }

    /** The gateway's key, PKCS#8 PEM. */
    public Path serverKey() {
        return files.keyFile(SERVER);
    }

    /** A structure's client certificate, PEM. */
    public Path certificate(LocalStructure structure) {
        return files.certificateFile(structure.certificateName());
    }

    /** A structure's key, PKCS#8 PEM. */
    public Path key(LocalStructure structure) {
        return files.keyFile(structure.certificateName());
    }

    /** A structure's key and chain, PKCS#12, password {@code changeit}. */
    public Path store(LocalStructure structure) {
        return files.storeFile(structure.certificateName());
    }

    /** What binds a token to a structure's certificate: {@code x5t#S256} of RFC 8705, base64url without padding. */
    public String thumbprint(LocalStructure structure) throws IOException, GeneralSecurityException {
        byte[] der = files.certificate(structure.certificateName()).getEncoded();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(der));
    }

    /** The identity provider's key, RSA of 2048 bits; tokens survive a restart because it does. */
    public RSAPrivateCrtKey tokenKey() {
        return tokenKey;
    }

    private static void issue(PkiFolder files, Authority authority) throws IOException, GeneralSecurityException {
        // The authority goes first and comes last: without it the folder does not count as whole.
        Files.deleteIfExists(files.certificateFile(AUTHORITY));
        write(files, SERVER, authority.server());
        for (LocalStructure structure : LocalStructure.values()) {
            Identity identity = authority.client(structure);
            write(files, structure.certificateName(), identity);
            files.writeStore(structure.certificateName(), identity, authority.certificate());
        }
        files.writeCertificate(AUTHORITY, authority.certificate());
    }

    private static void write(PkiFolder files, String name, Identity identity)
            throws IOException, GeneralSecurityException {
        files.writeCertificate(name, identity.certificate());
        files.writeKey(name, identity.key());
    }

    private static boolean isWhole(PkiFolder files, Instant now) {
        try {
            X509Certificate authority = files.certificate(AUTHORITY);
            check(authority, authority, now);
            check(files.certificate(SERVER), authority, now);
            boolean whole = Files.exists(files.keyFile(SERVER));
            for (LocalStructure structure : LocalStructure.values()) {
                X509Certificate certificate = files.certificate(structure.certificateName());
                check(certificate, authority, now);
                whole &= isOf(certificate, structure)
                        && Files.exists(files.keyFile(structure.certificateName()))
                        && Files.exists(files.storeFile(structure.certificateName()));
            }
            return whole;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException missingOrDamaged) {
            return false;
        }
    }

    private static boolean isOf(X509Certificate certificate, LocalStructure structure) throws IOException {
        X500Principal subject = new X500Principal(Authority.subject(structure).getEncoded());
        return certificate.getSubjectX500Principal().equals(subject);
    }

    private static void check(X509Certificate certificate, X509Certificate authority, Instant now)
            throws GeneralSecurityException {
        certificate.verify(authority.getPublicKey());
        certificate.checkValidity(Date.from(now));
        certificate.checkValidity(Date.from(now.plus(MARGIN)));
    }
}
