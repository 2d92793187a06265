package fr.briseglace.law;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is opened.
 *
 * @param code one of {@link #BREAK_GLASS_CODES}, or a Hub Santé health motive for a regulation
 * @param text the caller's words, 3 to 500 characters; null where none
 */
public record Reason(String code, @Nullable String text) {
    /** Shortest text that says something, in characters. */
    public static final int SHORTEST = 3;
    /** Longest text, in characters. */
    public static final int LONGEST = 500;
    /** The reasons for breaking the glass. */
    public static final Set<String> BREAK_GLASS_CODES = Arrays.stream(BreakGlassReason.values())
            .map(BreakGlassReason::code)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern HEALTH_MOTIVE = Pattern.compile("M\\d\\d(\\.\\d\\d){1,2}");

    /** Whether a code may be stated at all in that mode. */
    public static boolean codeAllowed(AccessMode mode, String code) {
        return BREAK_GLASS_CODES.contains(code)
                || (mode == AccessMode.CENTRE_15 && HEALTH_MOTIVE.matcher(code).matches());
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Reason[…]";
    }
}
