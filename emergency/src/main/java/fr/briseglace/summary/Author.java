package fr.briseglace.summary;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a document.
 *
 * @param name display name, title included
 * @param profession label of the profession
 * @param specialty label of the specialty
 * @param id national id of a professional, 8 + RPPS
 */
public record Author(
        @Nullable String name,
        @Nullable String profession,
        @Nullable String specialty,
        @Nullable String id) {
    /** Nothing known. */
    public static final Author UNKNOWN = new Author(null, null, null, null);

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Author[…]";
    }
}
