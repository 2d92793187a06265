package fr.briseglace.summary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML: tags and attribute names come from the code, everything else is escaped. What could turn the reading of
 * a line (control and bidirectional characters) or is no character at all becomes a space.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder(1 << 10);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with attributes as name, value, name, value. */
    public Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the element opened last, and the line of the source. */
    public Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** Words between tags. */
    public Markup text(String words) {
        escape(words);
        return this;
    }

    /** An element with nothing but words in it. */
    public Markup element(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close();
    }

    /**
     * What was written, in UTF-8.
     *
     * @throws IllegalStateException where an element is still open
     */
    byte[] bytes() {
        return written().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException where an element is still open
     */
    public String written() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("an element is still open");
        }
        return out.toString();
    }

    private void escape(String words) {
        words.codePoints().forEach(this::escape);
    }

    private void escape(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(visible(c) ? c : ' ');
        }
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
