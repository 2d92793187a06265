package fr.briseglace.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a patient's journal: who asked for the record, and what became of it. Of a record that was erased, only that
 * there was one is left.
 *
 * @param recordId the record
 * @param at when
 * @param kind word of what happened, such as {@code opened}, {@code refused}, {@code erased}
 * @param accessId the window; a refusal's own
 * @param mode legal ground; null once erased
 * @param professionalId national id; null once erased
 * @param professionalName display name; null once erased
 * @param role role word of the law; null once erased
 * @param structureName display name of the structure; null once erased
 * @param caseId case of the regulation centre
 * @param reasonCode why
 * @param reasonText why, in the caller's words
 * @param refusal slug of a refusal
 * @param expiresAt end of the window
 * @param document which document was fetched, where the reader may know of it
 * @param notices who was told
 */
public record JournalEntry(
        UUID recordId,
        Instant at,
        String kind,
        UUID accessId,
        @Nullable String mode,
        @Nullable String professionalId,
        @Nullable String professionalName,
        @Nullable String role,
        @Nullable String structureName,
        @Nullable String caseId,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        @Nullable String refusal,
        @Nullable Instant expiresAt,
        @Nullable Seen document,
        List<Told> notices) {
    /** Copies the list. */
    public JournalEntry {
        notices = List.copyOf(notices);
    }

    /**
     * A document that was fetched.
     *
     * @param id the document
     * @param type code of its type
     * @param title its title
     * @param date when it was written
     */
    public record Seen(UUID id, String type, String title, Instant date) {}

    /**
     * Who was told, how, and whether it has left.
     *
     * @param recipient what they are to the patient
     * @param name of the GP, where it is known; null for anybody else
     * @param channel how they are reached
     * @param state of the notice
     * @param sentAt when the relay took it; null before
     */
    public record Told(
            String recipient,
            @Nullable String name,
            String channel,
            String state,
            @Nullable Instant sentAt) {}

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "JournalEntry[" + recordId + "]";
    }
}
