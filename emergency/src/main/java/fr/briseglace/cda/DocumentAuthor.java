package fr.briseglace.cda;

import fr.briseglace.summary.Author;
import fr.briseglace.summary.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One author of a document.
 *
 * @param kind whom the author stands for
 * @param id national id (8 + RPPS) of a professional, null where there is none
 * @param name display name; a device's or organisation's where no person is named
 * @param professionCode code of profession and specialty, such as {@code G15_10/SM26}
 * @param professionLabel its wording
 * @param organisation name of the structure
 */
public record DocumentAuthor(
        SourceKind kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String professionCode,
        @Nullable String professionLabel,
        @Nullable String organisation) {
    private static final String BETWEEN = " - ";

    /** The author as a summary shows it: the wording of the profession code split into profession and specialty. */
    public Author asAuthor() {
        String label = professionLabel;
        int cut = label == null ? -1 : label.indexOf(BETWEEN);
        if (label == null || cut < 0) {
            return new Author(name, label, null, id);
        }
        return new Author(name, label.substring(0, cut), label.substring(cut + BETWEEN.length()), id);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "DocumentAuthor[…]";
    }
}
