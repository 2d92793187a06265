package fr.briseglace.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes of a content (RFC 9110, 14.1.2).
 *
 * @param first first byte
 * @param last last byte; before the first where nothing of the content lies in the range
 */
record ByteRange(int first, int last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*", Pattern.CASE_INSENSITIVE);
    private static final ByteRange NOTHING = new ByteRange(0, -1);
    private static final int DIGITS = 9;

    /** Whether nothing of the content lies in it. */
    boolean empty() {
        return last < first;
    }

    /** A single range of a {@code Range} header; null where the header is none, or several: the whole is given. */
    static @Nullable ByteRange of(String header, int length) {
        Matcher range = SINGLE.matcher(header);
        if (!range.matches()) {
            return null;
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? null : tail(Math.min(number(to), length), length);
        }
        int first = number(from);
        int last = to.isEmpty() ? Integer.MAX_VALUE : number(to);
        if (last < first) {
            return null;
        }
        return first >= length ? NOTHING : new ByteRange(first, Math.min(last, length - 1));
    }

    private static ByteRange tail(int bytes, int length) {
        return bytes == 0 ? NOTHING : new ByteRange(length - bytes, length - 1);
    }

    /** Of any number of digits; no content is so long that more than these matter. */
    private static int number(String digits) {
        String significant = digits.replaceFirst("^0+", "");
        if (significant.length() > DIGITS) {
            return Integer.MAX_VALUE;
        }
        return significant.isEmpty() ? 0 : Integer.parseInt(significant);
    }
}
