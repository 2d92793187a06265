package fr.briseglace.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs what goes to the portal, by the scheme of Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and body, one
 * signature for each secret in force, so that a receiver can change over from one to the next. Pure.
 */
public final class WebhookKeys {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String HMAC = "HmacSHA256";
    private final List<SecretKeySpec> secrets = new ArrayList<>();
    private final SecretKeySpec pseudonyms;

    /**
     * Reads secrets: {@code whsec_} and 24 to 64 bytes in Base64.
     *
     * @param present what receivers know now
     * @param next what they will know; null where no change is under way
     * @param pseudonyms what turns an INS into a pseudonym that the portal can work out as well; never changes
     * @throws IllegalArgumentException where one is no secret; does not repeat it
     */
    public WebhookKeys(String present, @Nullable String next, String pseudonyms) {
        secrets.add(key(present));
        if (next != null) {
            secrets.add(key(next));
        }
        this.pseudonyms = key(pseudonyms);
    }

    /** The value of {@code webhook-signature}. */
    String signature(UUID id, long epochSeconds, String body) {
        String signed = id + "." + epochSeconds + "." + body;
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    /** A person for those who know the secret and the INS, and nobody for all others. */
    String pseudonym(String ins) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(pseudonyms, ins));
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "WebhookKeys[…]";
    }

    private static SecretKeySpec key(String secret) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            if (bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES) {
                return new SecretKeySpec(bytes, HMAC);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, together with what is too short, and without repeating it.
        }
        throw new IllegalArgumentException("a webhook secret is whsec_ and 24 to 64 bytes in Base64");
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
