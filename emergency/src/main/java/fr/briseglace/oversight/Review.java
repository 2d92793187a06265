package fr.briseglace.oversight;

import fr.briseglace.law.AccessMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at, with what is needed to judge it. The patient is a reference alone.
 *
 * @param id of the record, search, order or crossing that it is about
 * @param about {@code access}, {@code search}, {@code surge} or {@code limit}
 * @param at when that was
 * @param patientId the patient; null where none is known
 * @param grounds words of why it has to be looked at, sorted
 * @param dueAt by when
 * @param escalated whether somebody else was told that it is overdue
 * @param facts what happened
 * @param answer what was made of it so far; null while nothing was
 */
public record Review(
        UUID id,
        String about,
        Instant at,
        @Nullable UUID patientId,
        List<String> grounds,
        Instant dueAt,
        boolean escalated,
        Facts facts,
        @Nullable Answer answer) {
    /** Copies the list. */
    public Review {
        grounds = List.copyOf(grounds);
    }

    /**
     * What happened, as far as what it is about has it.
     *
     * @param kind {@code opened} or {@code refused}; how a patient was searched for; which limit; whose limits
     * @param accessId the window of an access
     * @param mode legal ground
     * @param professional who it was
     * @param structure for whom
     * @param caseId case of the regulation centre
     * @param reasonCode why
     * @param reasonText why, in words
     * @param refusal slug of a refusal
     * @param matched how many patients a search found
     */
    public record Facts(
            String kind,
            @Nullable UUID accessId,
            @Nullable AccessMode mode,
            Professional professional,
            String structureId,
            String structure,
            @Nullable String caseId,
            @Nullable String reasonCode,
            @Nullable String reasonText,
            @Nullable String refusal,
            @Nullable Integer matched) {}

    /**
     * Who it was.
     *
     * @param id national id
     * @param name display name
     * @param role role word of the law
     */
    public record Professional(String id, String name, String role) {}

    /**
     * What was made of it.
     *
     * @param judgement the last one
     * @param comment in the officer's words
     * @param at when
     * @param by the officer
     */
    public record Answer(Judgement judgement, String comment, Instant at, String by) {}

    /** Whether nothing was made of it in time. */
    public boolean overdue(Instant now) {
        return answer == null && dueAt.isBefore(now);
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Review[" + id + "]";
    }
}
