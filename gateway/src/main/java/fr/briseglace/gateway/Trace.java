package fr.briseglace.gateway;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace a request belongs to (W3C trace context): the caller's where it names one, else a new one. */
final class Trace {
    private static final int BYTES = 16;
    private static final int LONGEST = 256;
    // Version 00 ends with its flags; a later one may go on, and ff is none.
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private Trace() {}

    /** The trace id of a {@code traceparent} header: 32 hexadecimal digits. */
    static String id(@Nullable String traceparent, RandomGenerator random) {
        if (traceparent != null && traceparent.length() <= LONGEST) {
            Matcher named = TRACE_PARENT.matcher(traceparent);
            if (named.matches() && (named.group(3) == null || !named.group(1).equals("00"))) {
                return named.group(2);
            }
        }
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
