package fr.briseglace.summary;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet says of the access it was printed for.
 *
 * @param id the access
 * @param mode legal ground
 * @param caseId case of the regulation centre, null where none
 * @param reason why it was opened, null where none was given
 * @param professional display name of who opened it
 * @param structure display name of the structure
 * @param openedAt since when
 * @param expiresAt until when
 * @param asOf when the record was read
 * @param degraded whether the store could not be asked, so that the record may have changed since it was read
 */
public record SheetAccess(
        UUID id,
        AccessMode mode,
        @Nullable String caseId,
        @Nullable Reason reason,
        String professional,
        String structure,
        Instant openedAt,
        Instant expiresAt,
        Instant asOf,
        boolean degraded) {
    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "SheetAccess[" + mode + "]";
    }
}
