package fr.briseglace.local.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The textual encoding of certificates and keys (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** One object under a label such as {@code CERTIFICATE}. */
    static String encode(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * The first object under a label.
     *
     * @throws IllegalArgumentException where there is none, or what is there is not base64
     */
    static byte[] decode(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + label + " in PEM");
        }
        String body = text.substring(from + begin.length(), to);
        return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
    }
}
