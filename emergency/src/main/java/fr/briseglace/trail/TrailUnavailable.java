package fr.briseglace.trail;

import org.jspecify.annotations.Nullable;

/** A record could not be made durable, so nothing may be disclosed. Carries no stack trace of its own. */
public final class TrailUnavailable extends RuntimeException {
    /** Too many records wait already. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // It has neither stack trace nor state.
    public static final TrailUnavailable FULL = new TrailUnavailable(null);

    /** The store failed. */
    public TrailUnavailable(@Nullable Throwable cause) {
        super("the trail cannot be written", cause, false, false);
    }
}
