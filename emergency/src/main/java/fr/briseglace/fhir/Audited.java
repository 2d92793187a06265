package fr.briseglace.fhir;

import fr.briseglace.identity.Ins;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of the trail, as far as an audit event may say it to whoever it is for.
 *
 * @param id the record; the same whenever it is told
 * @param at when it was decided
 * @param kind word of what happened, such as {@code opened}
 * @param accessId the window; a refusal's own
 * @param mode code of the legal ground; null where it rests on none
 * @param professionalId national id of whoever acted
 * @param professional display name
 * @param role role word of the law
 * @param structureId for whom; null where it is not to be said
 * @param structure display name
 * @param caseId case of the regulation centre
 * @param reasonCode why
 * @param refusal slug of a refusal
 * @param patient about whom; null where no patient is known
 * @param document which document, where it may be named
 */
public record Audited(
        UUID id,
        Instant at,
        String kind,
        UUID accessId,
        @Nullable String mode,
        String professionalId,
        String professional,
        String role,
        @Nullable String structureId,
        String structure,
        @Nullable String caseId,
        @Nullable String reasonCode,
        @Nullable String refusal,
        @Nullable Ins patient,
        @Nullable UUID document) {
    /** Whether it was refused, or did not give what was asked for. */
    boolean inVain() {
        return refusal != null || kind.equals("sought");
    }

    /** Whether the glass was broken with it. */
    boolean override() {
        return kind.equals("opened") && "bris_de_glace".equals(mode);
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Audited[" + id + "]";
    }
}
