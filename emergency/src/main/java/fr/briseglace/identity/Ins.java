package fr.briseglace.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The national health identifier (<em>identité nationale de santé</em>) of a patient: a matricule of 15 characters
 * (NIR or NIA, key included) and the OID of the authority that assigned it.
 *
 * <p>An {@code Ins} that exists is valid: right length, characters, sex, month, key and OID. {@link #read} gives either
 * one or the {@link InsFault} that says what is wrong.
 *
 * @param value the matricule, 15 characters, key included; Corsican departments as {@code 2A} and {@code 2B}
 * @param oid the assigning authority
 */
public record Ins(String value, String oid) implements InsReading {
    /** Assigning authority of the NIR. */
    public static final String NIR = "1.2.250.1.213.1.4.8";
    /** Assigning authority of the NIA, the number of those awaiting a NIR. */
    public static final String NIA = "1.2.250.1.213.1.4.9";
    /** Assigning authority of test identities. */
    public static final String TEST = "1.2.250.1.213.1.4.10";
    /** Assigning authority of demonstration identities. */
    public static final String DEMO = "1.2.250.1.213.1.4.11";

    private static final Set<String> AUTHORITIES = Set.of(NIR, NIA, TEST, DEMO);
    private static final int LENGTH = 15;
    private static final int BODY = 13;
    private static final int MODULUS = 97;

    /** Checks what {@link #read} checks; for identifiers that are known to be right. */
    public Ins {
        InsFault fault = fault(value, oid);
        if (fault != null) {
            throw new IllegalArgumentException("not an INS: " + fault);
        }
    }

    /** Reads a matricule of an authority, exactly as written: no spaces, no lower case, no missing key. */
    public static InsReading read(String value, String oid) {
        InsFault fault = fault(value, oid);
        return fault == null ? new Ins(value, oid) : fault;
    }

    /**
     * The key of the first 13 characters: 97 − (number mod 97), with Corsica's {@code 2A} read as 19 and {@code 2B}
     * as 18.
     *
     * @return 1 to 97
     */
    public static int key(CharSequence body) {
        long number = 0;
        for (int i = 0; i < BODY; i++) {
            char c = body.charAt(i);
            int digit = c == 'A' ? 9 : c == 'B' ? 8 : c - '0';
            // The letter stands behind the 2 of its department, which reads as 1: 2A is 19, 2B is 18.
            boolean corsican = i + 1 < BODY && i == 5 && (body.charAt(6) == 'A' || body.charAt(6) == 'B');
            number = number * 10 + (corsican ? digit - 1 : digit);
        }
        return MODULUS - (int) (number % MODULUS);
    }

    private static @Nullable InsFault fault(String value, String oid) {
        if (!AUTHORITIES.contains(oid)) {
            return InsFault.AUTHORITY;
        }
        if (value.length() != LENGTH) {
            return InsFault.LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean corsican = i == 6 && value.charAt(5) == '2' && (c == 'A' || c == 'B');
            if ((c < '0' || c > '9') && !corsican) {
                return InsFault.CHARACTERS;
            }
        }
        char sex = value.charAt(0);
        if (sex == '0' || sex == '5' || sex == '6' || sex == '9') {
            return InsFault.SEX;
        }
        int month = (value.charAt(3) - '0') * 10 + value.charAt(4) - '0';
        if (month == 0 || (month > 12 && month < 20)) {
            return InsFault.MONTH;
        }
        int key = (value.charAt(13) - '0') * 10 + value.charAt(14) - '0';
        return key == key(value) ? null : InsFault.KEY;
    }

    /** Says nothing of the person: an identifier must not reach a log by accident. */
    @Override
    public String toString() {
        return "Ins[…]";
    }
}
