package fr.briseglace.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached.
 *
 * @param secureMailbox whether the person uses the secure mailbox of Mon espace santé ({@code <INS>@patient.mssante.fr})
 * @param email ordinary mail address, for content-free words only; null where unknown
 * @param mobile mobile number in international form ({@code +33…}), for content-free words only; null where unknown
 * @param postalAddress address lines for a letter, from the name's next line to the country; empty where unknown
 */
public record Contacts(
        boolean secureMailbox,
        @Nullable String email,
        @Nullable String mobile,
        List<String> postalAddress) {
    /** Nothing known at all. */
    public static final Contacts NONE = new Contacts(false, null, null, List.of());

    /** Copies the list. */
    public Contacts {
        postalAddress = List.copyOf(postalAddress);
    }

    /** Whether any electronic way exists. */
    public boolean digital() {
        return secureMailbox || email != null || mobile != null;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Contacts[…]";
    }
}
