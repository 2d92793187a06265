package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a professional may look at a patient's record, as the trail knows it.
 *
 * @param id the window
 * @param patientId whose record
 * @param ins the same, as an identifier
 * @param mode legal ground
 * @param caseId case of the regulation centre
 * @param reason why it was opened; null where none was given
 * @param professionalId who opened it; to anybody else it does not exist
 * @param openedAt since when
 * @param expiresAt until when
 * @param closed whether it was closed before its end
 * @param leaf of the record that opened it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
public record AccessWindow(
        UUID id,
        UUID patientId,
        Ins ins,
        AccessMode mode,
        @Nullable String caseId,
        @Nullable Reason reason,
        String professionalId,
        Instant openedAt,
        Instant expiresAt,
        boolean closed,
        byte[] leaf) {
    /** Whether one can still look through it. */
    public boolean open(Instant now) {
        return !closed && now.isBefore(expiresAt);
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "AccessWindow[" + id + "]";
    }
}
