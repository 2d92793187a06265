package fr.briseglace.trail;

import java.time.Instant;
import java.util.UUID;

/** What became of a record on its way into the trail. */
public sealed interface Verdict {
    /**
     * It is durable, with its notices.
     *
     * @param author whether the caller wrote masked documents of the patient
     */
    record Durable(boolean author) implements Verdict {
        /** Of somebody who did not, as far as is known. */
        public Durable() {
            this(false);
        }
    }

    /** It was decided on a version of the patient that no longer holds; nothing was recorded. */
    record Outdated() implements Verdict {}

    /** Somebody is just ahead with the same key or window; nothing was recorded, it is to be put again. */
    record Again() implements Verdict {}

    /** The caller has an open window for that patient, mode and case; nothing was recorded. */
    record WindowOpen(UUID accessId, Instant openedAt, Instant expiresAt) implements Verdict {}

    /** The window it looks through is not open, or not any more; nothing was recorded. */
    record Ended() implements Verdict {}

    /**
     * The caller's key was used for the same before; nothing was recorded.
     *
     * @param author whether the caller wrote masked documents of the patient
     * @param look whether it was a look through a window that was open already
     */
    record Repeated(UUID accessId, boolean author, boolean look) implements Verdict {}

    /** The caller's key was used for something else before; nothing was recorded. */
    record Mismatch() implements Verdict {}

    /** Whether nothing more has to be tried. */
    default boolean settled() {
        return switch (this) {
            case Outdated outdated -> false;
            case Again again -> false;
            case Durable durable -> true;
            case WindowOpen open -> true;
            case Ended ended -> true;
            case Repeated repeated -> true;
            case Mismatch mismatch -> true;
        };
    }
}
