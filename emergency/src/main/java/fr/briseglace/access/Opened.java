package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open window and what may be seen through it now.
 *
 * @param id the window
 * @param by who looks through it
 * @param mode legal ground
 * @param caseId case of the regulation centre
 * @param reason why it was opened; null where none was given
 * @param openedAt since when
 * @param expiresAt until when
 * @param degraded whether the store could not be asked
 * @param found what may be disclosed, and where it was found
 * @param leaf hash of the place-holder, in the public log, of the record that opened the window
 * @param before whether it was open before this request
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is.
public record Opened(
        UUID id,
        Caller by,
        AccessMode mode,
        @Nullable String caseId,
        @Nullable Reason reason,
        Instant openedAt,
        Instant expiresAt,
        boolean degraded,
        Cached<Snapshot> found,
        byte[] leaf,
        boolean before) {
    /** The same window, with something else to be seen through it. */
    Opened showing(Cached<Snapshot> other) {
        return new Opened(id, by, mode, caseId, reason, openedAt, expiresAt, degraded, other, leaf, before);
    }
}
