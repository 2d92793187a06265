package fr.briseglace.summary;

/** How much paper words take, estimated from the widths of a common sans serif; never much less than they do. */
final class Print {
    /** Height of a line of body text, millimetres. */
    static final double LINE = 3.3;

    private static final double BODY_POINTS = 8;
    private static final double MM_PER_POINT = 0.3528;
    /** What ragged line ends and bold letters add. */
    private static final double SLACK = 1.04;

    private Print() {}

    /** Width of words in body text, millimetres. */
    static double width(String words) {
        return words.codePoints().mapToDouble(Print::em).sum() * BODY_POINTS * MM_PER_POINT * SLACK;
    }

    /** Lines that words fill in a column of that width in millimetres; at least one. */
    static int lines(String words, double column) {
        return Math.max(1, (int) Math.ceil(width(words) / column));
    }

    /** The words, or as many of the first ones as fit into so many characters and an ellipsis; never half a number. */
    static String cut(String words, int most) {
        String line = Words.squeeze(words);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        String start = line.substring(0, line.offsetByCodePoints(0, most));
        int gap = start.lastIndexOf(' ');
        return (gap > 0 ? start.substring(0, gap) : start) + " …";
    }

    private static double em(int c) {
        if (c > 0x24F) {
            return c < 0x500 ? 0.8 : 1.2;
        }
        if ("iljtfrI.,;:'’|!()[] -/".indexOf(c) >= 0) {
            return 0.32;
        }
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%') {
            return 0.9;
        }
        return Character.isUpperCase(c) ? 0.7 : 0.55;
    }
}
