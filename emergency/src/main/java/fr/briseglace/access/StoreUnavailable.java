package fr.briseglace.access;

import org.jspecify.annotations.Nullable;

/** Neither the store nor a fresh enough copy can be asked. Carries no stack trace of its own. */
public final class StoreUnavailable extends RuntimeException {
    /** The store has been failing, and was not asked. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // It has neither stack trace nor state.
    public static final StoreUnavailable KNOWN = new StoreUnavailable(null);

    /** With what the store said, for the log. */
    public StoreUnavailable(@Nullable Throwable cause) {
        super("the store cannot be asked", cause, false, false);
    }
}
