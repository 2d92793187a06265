package fr.briseglace.notice;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} in one pass, so that nothing in a value is read as another blank. Pure. */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]+)}");

    private Blanks() {}

    /** The template with its values; a blank without a value stays as it is. */
    static String fill(String template, Map<String, String> values) {
        return BLANK.matcher(template)
                .replaceAll(blank -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
    }
}
