package fr.briseglace.notice;

import fr.briseglace.identity.Ins;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail address must look like before anything is sent to it. Pure. */
final class MailAddress {
    // Narrower than RFC 5321 on purpose: no quotes, comments, lists or anything a mail header could misread.
    private static final Pattern USABLE =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern MATRICULE = Pattern.compile("[0-9]{6}[0-9AB][0-9]{8}");
    private static final int MAX_LENGTH = 254;
    private static final String PATIENT_DOMAIN = "patient.mssante.fr";

    private MailAddress() {}

    /** Whether a relay can be asked to deliver there. */
    static boolean usable(@Nullable String address) {
        return address != null
                && address.length() <= MAX_LENGTH
                && USABLE.matcher(address).matches();
    }

    /** What stands before the at sign. */
    static String local(@Nullable String address) {
        return address == null ? "" : address.substring(0, Math.max(0, address.indexOf('@')));
    }

    /** Whether it has the form of a matricule, which secure mailboxes are named by. */
    static boolean matricule(String address) {
        return MATRICULE.matcher(address).matches();
    }

    /** The secure mailbox of Mon espace santé of a holder. */
    static String secureMailbox(Ins ins) {
        return ins.value() + "@" + PATIENT_DOMAIN;
    }
}
