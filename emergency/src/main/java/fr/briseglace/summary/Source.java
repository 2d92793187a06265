package fr.briseglace.summary;

import java.time.Instant;

/**
 * A document that a summary rests on.
 *
 * @param id the document; within a summary {@code d1}, {@code d2} … from the newest
 * @param type code of the document's type
 * @param title its title
 * @param date when it was written
 * @param author who wrote it
 * @param kind who stands behind it
 */
public record Source(String id, String type, String title, Instant date, Author author, SourceKind kind) {
    Source withId(String other) {
        return new Source(other, type, title, date, author, kind);
    }

    /** Says nothing of the patient or the author. */
    @Override
    public String toString() {
        return "Source[…]";
    }
}
