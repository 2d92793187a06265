package fr.briseglace.local;

/** The national id of a health professional (PS_IdNat): {@code 8}, then an RPPS of 11 digits that ends with its key. */
public final class NationalId {
    private static final int LENGTH = 12;
    private static final int SERIAL_DIGITS = 10;

    private NationalId() {}

    /**
     * The id of a serial number.
     *
     * @param serial the RPPS without its key, at most 10 digits
     */
    public static String of(long serial) {
        String digits = ("%0" + SERIAL_DIGITS + "d").formatted(serial);
        if (serial < 0 || digits.length() != SERIAL_DIGITS) {
            throw new IllegalArgumentException("not a serial number of 10 digits");
        }
        int remainder = luhn(digits + "0") % 10;
        return "8" + digits + (10 - remainder) % 10;
    }

    /** Whether an id has the right length, prefix and key. */
    public static boolean isValid(String id) {
        return id.length() == LENGTH
                && id.charAt(0) == '8'
                && id.chars().allMatch(c -> c >= '0' && c <= '9')
                && luhn(id.substring(1)) % 10 == 0;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
