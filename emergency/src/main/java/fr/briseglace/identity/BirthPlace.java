package fr.briseglace.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Birth places as INSEE codes: five characters, department first, {@code 99xxx} for a country. */
public final class BirthPlace {
    private static final Pattern CODE = Pattern.compile("(\\d\\d|2[AB])\\d{3}");

    private BirthPlace() {}

    /** Whether a text is such a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * Whether two codes may be of one place: they are equal, or one of them is unknown, or both are of one commune of
     * Corsica, which was department 20 before it was 2A and 2B (1976).
     */
    public static boolean mayBeSame(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other) || sameInCorsica(one, other);
    }

    private static boolean sameInCorsica(String one, String other) {
        return isCode(one)
                && isCode(other)
                && one.charAt(0) == '2'
                && other.charAt(0) == '2'
                && (undivided(one) ? divided(other) : divided(one) && undivided(other))
                && one.regionMatches(2, other, 2, 3);
    }

    private static boolean undivided(String code) {
        return code.charAt(1) == '0';
    }

    private static boolean divided(String code) {
        return code.charAt(1) == 'A' || code.charAt(1) == 'B';
    }
}
