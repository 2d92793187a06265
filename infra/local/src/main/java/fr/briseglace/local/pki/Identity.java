package fr.briseglace.local.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and the key it speaks of.
 *
 * @param key its private key
 * @param certificate signed by the authority
 */
record Identity(PrivateKey key, X509Certificate certificate) {
    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
