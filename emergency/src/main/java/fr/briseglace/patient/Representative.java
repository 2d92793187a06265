package fr.briseglace.patient;

import fr.briseglace.identity.Ins;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal representative of a minor or a ward.
 *
 * @param name the person's full name, as on a letter
 * @param ins the person's own INS, by which they sign in and own a secure mailbox; null where unknown
 * @param contacts how the person is reached
 * @param until last day of the mandate, in France; null where no end is known
 */
public record Representative(
        String name,
        @Nullable Ins ins,
        Contacts contacts,
        @Nullable LocalDate until) {
    /** One of whose mandate no end is known. */
    public Representative(String name, @Nullable Ins ins, Contacts contacts) {
        this(name, ins, contacts, null);
    }

    /** Whether the mandate holds on a day in France. */
    boolean inOffice(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Representative[…]";
    }
}
