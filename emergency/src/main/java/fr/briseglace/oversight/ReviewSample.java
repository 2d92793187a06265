package fr.briseglace.oversight;

import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Draws one regulation in twenty. By a keyed hash of the record's own identifier: whoever lacks the key can neither tell
 * which are drawn nor steer it, and whoever draws again draws the same.
 */
public final class ReviewSample {
    /** One in so many is drawn. */
    public static final int ONE_IN = 20;

    private static final int CHARACTERS = 8;

    private final UnaryOperator<String> keyed;

    /**
     * A draw.
     *
     * @param keyed a keyed hash, as at least eight characters of base64url
     */
    public ReviewSample(UnaryOperator<String> keyed) {
        this.keyed = keyed;
    }

    /** Whether a record is drawn. */
    public boolean draws(UUID recordId) {
        String hash = keyed.apply("review-sample:" + recordId);
        long number = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            number = (number << 6) | digit(hash.charAt(i));
        }
        return number < (1L << (6 * CHARACTERS)) / ONE_IN;
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '-' ? 62 : 63;
    }
}
