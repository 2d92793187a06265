package fr.briseglace.local.population.person;

import java.util.Locale;

/** National ids of professionals who do not exist: 8, then an RPPS number of eleven digits with its Luhn key. */
public final class NationalId {
    private static final int BASE = 10;

    private NationalId() {}

    /** The id of a number of at most nine digits. */
    public static String of(int number) {
        String body = String.format(Locale.ROOT, "1%09d", number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed >= BASE ? weighed - BASE + 1 : weighed;
        }
        return "8" + body + (BASE - sum % BASE) % BASE;
    }
}
