package fr.briseglace.local.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

/** The files of the PKI: {@code .pem} certificates, {@code .key} PKCS#8 keys and {@code .p12} stores. */
record PkiFolder(Path folder) {
    /** Password of every {@code .p12}; the contract makes it public. */
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    Path certificateFile(String name) {
        return folder.resolve(name + ".pem");
    }

    Path keyFile(String name) {
        return folder.resolve(name + ".key");
    }

    Path storeFile(String name) {
        return folder.resolve(name + ".p12");
    }

    X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        byte[] der = Pem.decode("CERTIFICATE", Files.readString(certificateFile(name)));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    PrivateKey key(String name, String algorithm) throws IOException, GeneralSecurityException {
        byte[] der = Pem.decode("PRIVATE KEY", Files.readString(keyFile(name)));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    void writeCertificate(String name, X509Certificate certificate) throws IOException, GeneralSecurityException {
        Files.writeString(certificateFile(name), Pem.encode("CERTIFICATE", certificate.getEncoded()));
    }

    void writeKey(String name, PrivateKey key) throws IOException {
        writeSecret(keyFile(name), Pem.encode("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII));
    }

    /** Key and chain in one file, for those who cannot read PEM. */
    void writeStore(String name, Identity identity, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {identity.certificate(), authority};
        store.setKeyEntry(name, identity.key(), STORE_PASSWORD, chain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, STORE_PASSWORD);
        writeSecret(storeFile(name), bytes.toByteArray());
    }

    /** The file is its owner's alone from its first byte. */
    private static void writeSecret(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
    }
}
