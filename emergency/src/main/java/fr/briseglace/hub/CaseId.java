package fr.briseglace.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier that all who work on a case share: country, domain, organisation, and the number of the case there,
 * such as {@code fr.health.samu440.DRFR154402600000001}.
 *
 * @param value 4 to 10 parts of letters, digits, underscores and hyphens, joined by dots; up to 100 characters
 */
public record CaseId(String value) {
    /** Longest identifier, in characters. */
    public static final int LONGEST = 100;

    /** A part has no dot, so that there is one way to read a text, and the time it takes grows with its length alone. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){3,9}");

    /** Checks the form. */
    public CaseId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a case id");
        }
    }

    /** Reads an identifier exactly as written; empty where it is none. */
    public static Optional<CaseId> read(String text) {
        return fits(text) ? Optional.of(new CaseId(text)) : Optional.empty();
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Says nothing of the case. */
    @Override
    public String toString() {
        return "CaseId[…]";
    }
}
