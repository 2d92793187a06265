package fr.briseglace.summary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How wordings are compared: without case, accents, ligatures, punctuation and repeated spaces. */
public final class Words {
    private Words() {}

    /** Runs of white space as one space, none at the ends. */
    public static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff') {
                gap = !out.isEmpty();
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Lower case letters and digits, words separated by one space. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                gap = !out.isEmpty();
                continue;
            }
            if (gap) {
                out.append(' ');
                gap = false;
            }
            switch (c) {
                case 'œ' -> out.append("oe");
                case 'æ' -> out.append("ae");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** The folded words of a text, in order; none of an absent one. */
    public static List<String> of(@Nullable String text) {
        String folded = text == null ? "" : fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
