package fr.briseglace.summary;

import org.jspecify.annotations.Nullable;

/**
 * A code of a terminology.
 *
 * @param system OID of the terminology
 * @param code the code as written
 * @param display its wording in the document, null where none was given
 */
public record Coding(String system, String code, @Nullable String display) {
    /** System and code are required. */
    public Coding {
        if (system.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("a coding needs a system and a code");
        }
    }

    /** Whether system and code are the same, whatever the wording. */
    public boolean sameAs(Coding other) {
        return system.equals(other.system) && code.equals(other.code);
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Coding[…]";
    }
}
