package fr.briseglace.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier by which all who work on a case mean one of its patients, whoever that is: the organisation, the word
 * {@code patient}, and a number there, such as {@code fr.health.samu440.patient.DRFR154402600000001.1}.
 *
 * @param value 3 to 8 parts, {@code patient}, and 1 or 2 parts more, joined by dots; up to 150 characters
 */
public record CasePatientId(String value) {
    /** Longest identifier, in characters. */
    public static final int LONGEST = 150;

    private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9_-]+\\.){3,8}patient(?:\\.[A-Za-z0-9_-]+){1,2}");

    /** Checks the form. */
    public CasePatientId {
        if (!fits(value)) {
            throw new IllegalArgumentException("not the id of a case's patient");
        }
    }

    /** Reads an identifier exactly as written; empty where it is none. */
    public static Optional<CasePatientId> read(String text) {
        return fits(text) ? Optional.of(new CasePatientId(text)) : Optional.empty();
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "CasePatientId[…]";
    }
}
