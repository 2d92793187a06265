package fr.briseglace.gateway;

/** What failed and where, for the log, without its message, which may quote what was sent or stored. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    Fault(Throwable failure) {
        this(failure, DEEPEST);
    }

    private Fault(Throwable failure, int depth) {
        super(
                failure.getClass().getName(),
                failure.getCause() == null || depth == 0 ? null : new Fault(failure.getCause(), depth - 1));
        setStackTrace(failure.getStackTrace());
    }
}
