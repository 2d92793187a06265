package fr.briseglace.smtp;

/**
 * Text in lines that any mail program shows whole, and that those which know flowed text (RFC 3676, {@code format=flowed})
 * join again to what was written: a line that goes on in the next ends in a space. Pure.
 */
public final class Flowed {
    /** Most columns of a line, the space at its end included (RFC 3676 §4.2 lets 78); a longer word stays whole. */
    public static final int COLUMNS = 76;

    /** Words that a French space keeps from standing at the beginning of a line. */
    private static final String LEANING_BACK = ":;!?»";

    private Flowed() {}

    /**
     * The same text, its long lines cut at spaces.
     *
     * @param text lines ended by a line feed
     */
    public static String of(String text) {
        StringBuilder flowed = new StringBuilder(text.length() + text.length() / 32 + 16);
        int from = 0;
        while (from <= text.length()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed;
            flow(text.substring(from, end).stripTrailing(), flowed);
            if (feed >= 0) {
                flowed.append('\n');
            }
            from = end + 1;
        }
        return flowed.toString();
    }

    /**
     * What a mail program makes of it: lines joined, and without what was put before some.
     *
     * @param flowed lines ended by a line feed
     */
    public static String joined(String flowed) {
        StringBuilder text = new StringBuilder(flowed.length());
        for (String line : flowed.split("\n", -1)) {
            text.append(line.startsWith(" ") ? line.substring(1) : line);
            if (!line.endsWith(" ")) {
                text.append('\n');
            }
        }
        text.setLength(Math.max(0, text.length() - 1));
        return text.toString();
    }

    private static void flow(String line, StringBuilder flowed) {
        int from = 0;
        int cut = cut(line, from);
        while (cut > 0) {
            flowed.append(stuffing(line, from)).append(line, from, cut).append('\n');
            from = cut;
            cut = cut(line, from);
        }
        flowed.append(stuffing(line, from)).append(line, from, line.length());
    }

    /** Where the line goes on in the next, after a space; 0 where the rest fits, or cannot be cut. */
    private static int cut(String line, int from) {
        int columns = COLUMNS - stuffing(line, from).length();
        if (line.codePointCount(from, line.length()) <= columns) {
            return 0;
        }
        int last = line.offsetByCodePoints(from, columns);
        for (int space = line.lastIndexOf(' ', last - 1); space > from; space = line.lastIndexOf(' ', space - 1)) {
            if (mayCut(line, space)) {
                return space + 1;
            }
        }
        for (int space = line.indexOf(' ', last); space >= 0; space = line.indexOf(' ', space + 1)) {
            if (mayCut(line, space)) {
                return space + 1;
            }
        }
        return 0;
    }

    private static boolean mayCut(String line, int space) {
        return space + 1 < line.length()
                && line.charAt(space + 1) != ' '
                && LEANING_BACK.indexOf(line.charAt(space + 1)) < 0
                && line.charAt(space - 1) != '«';
    }

    /** Keeps the beginning of a line from being read as a quotation, a mailbox's mark or a space put there (§4.4). */
    private static String stuffing(String line, int from) {
        return line.startsWith(" ", from) || line.startsWith(">", from) || line.startsWith("From ", from) ? " " : "";
    }
}
