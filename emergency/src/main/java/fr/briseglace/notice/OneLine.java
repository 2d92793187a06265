package fr.briseglace.notice;

/** Text from outside made fit for one line of a message: what could break a line or turn its reading is gone. Pure. */
final class OneLine {
    private static final int MAX_CODE_POINTS = 200;

    private OneLine() {}

    /**
     * The same words on one line, of at most 200 characters: control, format (bidirectional overrides) and separator
     * characters become single spaces, lone surrogates go.
     */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(OneLine::visible).limit(MAX_CODE_POINTS).forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> ' ';
            default -> codePoint;
        };
    }
}
