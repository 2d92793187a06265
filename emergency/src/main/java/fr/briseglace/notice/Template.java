package fr.briseglace.notice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private final String subject;
    private final List<List<String>> blocks;

    /** What goes into a blank. */
    sealed interface Value {
        /** Words. */
        record Plain(String words) implements Value {}

        /** An address to follow. */
        record Link(URI to) implements Value {}
    }

    private Template(String subject, List<List<String>> blocks) {
        this.subject = subject;
        this.blocks = blocks;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException where the subject has a blank: subjects are seen outside, so they name nobody
     */
    static Template parse(String source) {
        List<List<String>> blocks = Pattern.compile("\\R{2,}")
                .splitAsStream(source.strip())
                .map(block -> block.lines().toList())
                .toList();
        String subject = blocks.getFirst().getFirst();
        if (BLANK.matcher(subject).find()) {
            throw new IllegalArgumentException("a subject has no blanks");
        }
        return new Template(subject, blocks.subList(1, blocks.size()));
    }

    /**
     * Fills the blanks.
     *
     * @throws IllegalArgumentException where a blank has no value
     */
    Words fill(Map<String, Value> values, Language language) {
        return new Words(subject, text(values), page(values, language));
    }

    private String text(Map<String, Value> values) {
        return blocks.stream()
                .map(block -> block.stream()
                        .map(line -> line.startsWith(HEADING) ? line.substring(HEADING.length()) : line)
                        .map(line -> filled(line, values, Template::plain))
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }

    private String page(Map<String, Value> values, Language language) {
        String body = blocks.stream()
                .map(block -> marked(block, line -> filled(escaped(line), values, Template::markup)))
                .collect(Collectors.joining("\n"));
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

    private static String filled(String line, Map<String, Value> values, Function<Value, String> as) {
        return BLANK.matcher(line).replaceAll(blank -> Matcher.quoteReplacement(as.apply(value(blank, values))));
    }

    private static Value value(MatchResult blank, Map<String, Value> values) {
        Value value = values.get(blank.group(1));
        if (value == null) {
            throw new IllegalArgumentException("no value for the blank " + blank.group(1));
        }
        return value;
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Plain plain -> plain.words();
            case Value.Link link -> link.to().toString();
        };
    }

    private static String markup(Value value) {
        String words = escaped(plain(value));
        return value instanceof Value.Link ? "<a href=\"" + words + "\">" + words + "</a>" : words;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
