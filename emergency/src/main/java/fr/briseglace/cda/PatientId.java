package fr.briseglace.cda;

import fr.briseglace.identity.Ins;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of the patient as a document carries it.
 *
 * @param root OID of the authority
 * @param extension the identifier; empty where the root is all there is
 */
public record PatientId(String root, String extension) {
    /** The old computed identifier, good for finding a record and never as a key. */
    public static final String INS_C = "1.2.250.1.213.1.4.2";

    /** The INS it is, null where it is none. */
    public @Nullable Ins ins() {
        return Ins.read(extension, root) instanceof Ins ins ? ins : null;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PatientId[…]";
    }
}
