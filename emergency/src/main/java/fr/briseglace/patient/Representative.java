package fr.briseglace.patient;

import fr.briseglace.identity.Ins;
import org.jspecify.annotations.Nullable;

/**
 * A legal representative of a minor or a ward, alive and in office.
 *
 * @param name the person's full name, as on a letter
 * @param ins the person's own INS, by which they sign in and own a secure mailbox; null where unknown
 * @param contacts how the person is reached
 */
public record Representative(String name, @Nullable Ins ins, Contacts contacts) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Representative[…]";
    }
}
