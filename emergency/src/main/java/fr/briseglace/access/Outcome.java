package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Refusal;
import fr.briseglace.trail.Leaf;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a request, durably recorded either way. */
public sealed interface Outcome {
    /**
     * The record is open.
     *
     * @param id the window
     * @param mode legal ground
     * @param caseId case of the regulation centre
     * @param openedAt since when
     * @param expiresAt until when
     * @param degraded whether the store could not be asked
     * @param snapshot what may be disclosed
     * @param source where the snapshot was found
     * @param leaf the record's place-holder in the public log
     */
    record Opened(
            UUID id,
            AccessMode mode,
            @Nullable String caseId,
            Instant openedAt,
            Instant expiresAt,
            boolean degraded,
            Snapshot snapshot,
            Cached.Source source,
            Leaf leaf)
            implements Outcome {}

    /**
     * The record stays shut.
     *
     * @param id the recorded attempt
     * @param refusal why
     * @param patient the identifier as it was read, which says what is wrong with a wrong one
     */
    record Shut(UUID id, Refusal refusal, InsReading patient) implements Outcome {}
}
