package fr.briseglace.tlog;

/** Something of a log is not as it must be. The message is one sentence and repeats nothing of what was read. */
public final class LogFault extends RuntimeException {
    /** Says what is wrong. */
    public LogFault(String message) {
        super(message, null, false, false);
    }
}
