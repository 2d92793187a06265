package fr.briseglace.access;

/** Nobody waited for an answer any more, so nothing was decided or recorded. Carries no stack trace. */
public final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate() {
        super("nobody waits for the answer", null, false, false);
    }
}
