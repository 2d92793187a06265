package fr.briseglace.access;

import fr.briseglace.identity.Ins;

/**
 * A patient's record, or what the patient decided, is not what it was.
 *
 * @param ins one of the patient's
 * @param recordVersion what holds now
 */
public record Change(Ins ins, long recordVersion) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Change[…]";
    }
}
