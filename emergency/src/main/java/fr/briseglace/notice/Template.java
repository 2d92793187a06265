package fr.briseglace.notice;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A notice with blanks to fill: a first line for the subject, then blocks parted by empty lines (paragraphs, headings
 * after {@code ## }, lists of lines after {@code - }), with blanks as {@code {name}}. Text and page come from the same
 * blocks, so they say the same. Values are put in once, after the blocks are cut: nothing in them is read as a blank, a
 * block or markup. Pure.
 */
final class Template {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String HEADING = "## ";
    private static final String ENTRY = "- ";

    private final Language language;
    private final String subject;
    private final List<Piece> text;
    private final List<Piece> page;

    /** A part of a template: words that never change and, after them, a blank; null at the end. */
    private record Piece(String words, @Nullable String blank) {}

    /** What goes into a blank. */
    sealed interface Value {
        /** Words. */
        record Plain(String words) implements Value {}

        /** An address to follow. */
        record Link(URI to) implements Value {}
    }

    private Template(String subject, List<List<String>> blocks, Language language) {
        this.language = language;
        this.subject = subject;
        this.text = pieces(text(blocks));
        this.page = pieces(page(subject, blocks, language));
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where the subject has a blank: subjects are seen outside, so they name nobody
     */
    static Template parse(String source, Language language) {
        List<List<String>> blocks = Pattern.compile("\\R{2,}")
                .splitAsStream(source.strip())
                .map(block -> block.lines().toList())
                .toList();
        String subject = blocks.getFirst().getFirst();
        if (BLANK.matcher(subject).find()) {
            throw new IllegalArgumentException("a subject has no blanks");
        }
        return new Template(subject, blocks.subList(1, blocks.size()), language);
    }

    /**
     * Fills the blanks.
     *
     * @throws IllegalArgumentException where a blank has no value
     */
    Words fill(Map<String, Value> values) {
        return new Words(
                subject, filled(text, values, Template::plain), filled(page, values, Template::markup), language);
    }

    private static String text(List<List<String>> blocks) {
        return blocks.stream()
                .map(block -> block.stream()
                        .map(line -> line.startsWith(HEADING) ? line.substring(HEADING.length()) : line)
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String page(String subject, List<List<String>> blocks, Language language) {
        String body =
                blocks.stream().map(block -> marked(block, Template::escaped)).collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                </head>
                <body>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(language.code(), escaped(subject), escaped(subject), body);
    }

    private static String marked(List<String> block, Function<String, String> line) {
        String first = block.getFirst();
        if (first.startsWith(HEADING)) {
            return "<h2>" + line.apply(first.substring(HEADING.length())) + "</h2>";
        }
        if (first.startsWith(ENTRY)) {
            return block.stream()
                    .map(entry -> "<li>" + line.apply(entry.substring(ENTRY.length())) + "</li>")
                    .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        }
        return block.stream().map(line).collect(Collectors.joining("\n", "<p>", "</p>"));
    }

    private static List<Piece> pieces(String source) {
        List<Piece> pieces = new ArrayList<>();
        Matcher blanks = BLANK.matcher(source);
        int from = 0;
        while (blanks.find()) {
            pieces.add(new Piece(source.substring(from, blanks.start()), blanks.group(1)));
            from = blanks.end();
        }
        pieces.add(new Piece(source.substring(from), null));
        return List.copyOf(pieces);
    }

    private static String filled(List<Piece> pieces, Map<String, Value> values, Function<Value, String> as) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.words());
            if (piece.blank() != null) {
                filled.append(as.apply(value(piece.blank(), values)));
            }
        }
        return filled.toString();
    }

    private static Value value(String blank, Map<String, Value> values) {
        Value value = values.get(blank);
        if (value == null) {
            throw new IllegalArgumentException("no value for the blank " + blank);
        }
        return value;
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Plain plain -> plain.words();
            case Value.Link link -> link.to().toString().replaceFirst("^mailto:", "");
        };
    }

    private static String markup(Value value) {
        String words = escaped(plain(value));
        return value instanceof Value.Link link
                ? "<a href=\"" + escaped(link.to().toString()) + "\">" + words + "</a>"
                : words;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
