package fr.briseglace.cda;

import org.jspecify.annotations.Nullable;

/**
 * The GP (<em>médecin traitant</em>) a document names.
 *
 * @param id national id, 8 + RPPS
 * @param name display name
 * @param secureMail MSSanté address
 */
public record GeneralPractitioner(
        @Nullable String id,
        @Nullable String name,
        @Nullable String secureMail) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "GeneralPractitioner[…]";
    }
}
