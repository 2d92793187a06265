package fr.briseglace.local.population.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed XML, an element a line: what is opened is closed by its name, what is written is escaped. */
final class Xml {
    private static final int TYPICAL_LENGTH = 24_000;

    private final StringBuilder out =
            new StringBuilder(TYPICAL_LENGTH).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> opened = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Xml open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        opened.push(name);
        return this;
    }

    /** Closes the element opened last. */
    Xml close() {
        String name = opened.pop();
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    Xml leaf(String name, String... attributes) {
        start(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element with text alone. */
    Xml text(String name, String content, String... attributes) {
        start(name, attributes);
        out.append('>');
        escape(content);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** How much was written so far, in characters. */
    int length() {
        return out.length();
    }

    /** Takes back all that was written after a length, which must not leave elements half written. */
    void takeBack(int length) {
        out.setLength(length);
    }

    /** The document so far, all elements of which must be closed. */
    byte[] bytes() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException(opened.size() + " elements are still open");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
