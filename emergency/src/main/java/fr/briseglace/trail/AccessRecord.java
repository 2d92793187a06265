package fr.briseglace.trail;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail: who asked for whose record, on which ground, and what the answer was.
 *
 * @param recordId UUIDv7 of this entry
 * @param at when it was decided, microseconds
 * @param kind what happened
 * @param accessId the window it belongs to; for a refusal, its own
 * @param patientId the patient, {@link #NO_PATIENT} where none is known
 * @param mode legal ground; null for what oversight did about something that rests on none
 * @param caller who asked
 * @param caseId case of the regulation centre
 * @param reason why
 * @param subject what else it is about: a document, a colleague, a hand-over
 * @param refusal which line of the table refused; null unless refused
 * @param recordVersion the patient's version it was decided on; 0 where no patient is known
 * @param expiresAt end of the window, microseconds; null where none opened
 * @param degraded whether it was decided on a bounded-stale snapshot, without the store
 */
public record AccessRecord(
        UUID recordId,
        Instant at,
        RecordKind kind,
        UUID accessId,
        UUID patientId,
        @Nullable AccessMode mode,
        Caller caller,
        @Nullable String caseId,
        @Nullable Reason reason,
        @Nullable String subject,
        @Nullable Refusal refusal,
        long recordVersion,
        @Nullable Instant expiresAt,
        boolean degraded) {
    /** Stands where no patient is known. */
    public static final UUID NO_PATIENT = new UUID(0, 0);

    /** Cuts times to microseconds, which is what the store keeps; otherwise a hash would never verify. */
    public AccessRecord {
        at = at.truncatedTo(ChronoUnit.MICROS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        if ((kind == RecordKind.REFUSED) != (refusal != null)) {
            throw new IllegalArgumentException("a refusal, and nothing else, names its cause");
        }
        if (mode == null && !kind.oversight()) {
            throw new IllegalArgumentException("every access rests on a mode");
        }
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "AccessRecord[" + recordId + ", " + kind + "]";
    }
}
