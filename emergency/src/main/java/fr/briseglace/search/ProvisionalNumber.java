package fr.briseglace.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number a person goes by until somebody knows who they are: of a SINUS bracelet, or of an establishment's own.
 *
 * @param value 4 to 40 capitals, digits, dots, underscores and hyphens
 */
public record ProvisionalNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9._-]{3,39}");

    /** Checks the form. */
    public ProvisionalNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a provisional number");
        }
    }

    /** Reads a number as printed or typed: any case, spaces anywhere. Empty where it is none. */
    public static Optional<ProvisionalNumber> read(String text) {
        String value = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new ProvisionalNumber(value)) : Optional.empty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ProvisionalNumber[…]";
    }
}
