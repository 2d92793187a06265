package fr.briseglace.tlog;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 in the one way there is to write some bytes; otherwise a bit could be changed without anybody noticing. */
final class Base64Strict {
    private Base64Strict() {}

    /** The bytes; null where the text is not exactly how they are written. */
    static byte @Nullable [] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
