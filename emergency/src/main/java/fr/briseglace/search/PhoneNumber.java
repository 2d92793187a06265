package fr.briseglace.search;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in international form (E.164).
 *
 * @param e164 {@code +}, country code and number, 8 to 15 digits
 */
public record PhoneNumber(String e164) {
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern BETWEEN = Pattern.compile("[ .\\-/\u00A0\u202F]|\\(0\\)");
    private static final String FRANCE = "+33";

    /** Mobile numbers of overseas departments are dialled like any other there, and have their own country codes. */
    private static final Map<String, String> OVERSEAS = Map.of(
            "0690", "+590", "0691", "+590", "0692", "+262", "0693", "+262", "0639", "+262", "0694", "+594", "0696",
            "+596", "0697", "+596");

    /** Checks the form. */
    public PhoneNumber {
        if (!INTERNATIONAL.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an international telephone number");
        }
    }

    /**
     * Reads a number as people in France write it: {@code 06 12 34 56 78}, {@code 0033 6…}, {@code +33 (0)6…}, with
     * spaces, dots, hyphens or slashes anywhere. Empty where it is none.
     */
    public static Optional<PhoneNumber> read(String text) {
        String dialled = BETWEEN.matcher(text.strip()).replaceAll("");
        String number = dialled.startsWith("00") ? "+" + dialled.substring(2) : dialled;
        if (NATIONAL.matcher(number).matches()) {
            number = OVERSEAS.getOrDefault(number.substring(0, 4), FRANCE) + number.substring(1);
        } else if (number.startsWith(FRANCE + "0")) {
            number = FRANCE + number.substring(FRANCE.length() + 1);
        }
        return INTERNATIONAL.matcher(number).matches() ? Optional.of(new PhoneNumber(number)) : Optional.empty();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
