package fr.briseglace.access;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of a record, as one professional may see them. */
public interface Documents {
    /**
     * Whose eyes these are.
     *
     * @param professionalId who looks; an author sees their own masked documents
     * @param masked whether the patient consents that masked documents show in an emergency
     */
    record Viewer(String professionalId, boolean masked) {}

    /**
     * What a list says of a document.
     *
     * @param id the document
     * @param type code of its type
     * @param title its title
     * @param date when it was written
     * @param author who wrote it, as the store keeps it (JSON)
     * @param mediaType of its content
     * @param size of its content, bytes
     * @param sha256 of its content
     * @param status {@code current}, {@code superseded} or {@code archived}
     * @param notVisibleToPatient whether the patient may not know of it yet
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
    record Card(
            UUID id,
            String type,
            String title,
            Instant date,
            String author,
            String mediaType,
            long size,
            byte[] sha256,
            String status,
            boolean notVisibleToPatient) {}

    /**
     * A document itself.
     *
     * @param card what a list says of it
     * @param content its bytes: the document, or what a level-1 document carries
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
    record Content(Card card, byte[] content) {}

    /**
     * The documents that these eyes may see, newest first.
     *
     * @param after only what comes behind this one; null for the first. One that these eyes may not see is the same as
     *     one that does not exist: nothing comes behind it
     * @param limit how many at most
     */
    Future<List<Card>> list(UUID patientId, Viewer viewer, @Nullable UUID after, int limit);

    /** One of them; empty where it does not exist or these eyes may not see it. */
    Future<Optional<Content>> fetch(UUID patientId, Viewer viewer, UUID documentId);
}
