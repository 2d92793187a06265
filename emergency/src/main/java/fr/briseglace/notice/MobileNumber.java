package fr.briseglace.notice;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mobile number must look like before anybody is asked to write to it: in international form (E.164). Pure. */
final class MobileNumber {
    private static final Pattern USABLE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private MobileNumber() {}

    /** Whether a text message can be sent there. */
    static boolean usable(@Nullable String number) {
        return number != null && USABLE.matcher(number).matches();
    }
}
