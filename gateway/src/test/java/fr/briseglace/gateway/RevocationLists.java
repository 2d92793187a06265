package fr.briseglace.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The files of an authority that revokes: its certificate, and its list, which is written anew. */
final class RevocationLists {
    private final Certificates authority;
    private final Path lists;
    private final Path authorities;
    private long writes;

    RevocationLists(Path folder, Certificates authority) {
        this.authority = authority;
        this.lists = folder.resolve("revoked.pem");
        this.authorities = folder.resolve("authorities.pem");
        write(authorities, authority.pem());
    }

    Path lists() {
        return lists;
    }

    Path authorities() {
        return authorities;
    }

    RevocationLists revoke(BigInteger... serials) {
        return revoke(authority, Instant.now().plusSeconds(3_600), serials);
    }

    /** A list that somebody signed, as if it came from the authority. */
    RevocationLists revoke(Certificates signer, Instant nextUpdate, BigInteger... serials) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(
                X500Name.getInstance(
                        authority.certificate().getSubjectX500Principal().getEncoded()),
                Date.from(nextUpdate.minusSeconds(86_400)));
        list.setNextUpdate(Date.from(nextUpdate));
        for (BigInteger serial : serials) {
            list.addCRLEntry(serial, Date.from(Instant.now()), CRLReason.keyCompromise);
        }
        try {
            byte[] der = list.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(signer.keys().getPrivate()))
                    .getEncoded();
            write(
                    lists,
                    "-----BEGIN X509 CRL-----\n"
                            + Base64.getMimeEncoder().encodeToString(der)
                            + "\n-----END X509 CRL-----\n");
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    RevocationLists garbage() {
        write(lists, "no list");
        return this;
    }

    /** Written at a time of its own, as files of an operator are. */
    private void write(Path file, String text) {
        try {
            Files.setLastModifiedTime(Files.writeString(file, text), FileTime.fromMillis(++writes * 1_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
