package fr.briseglace.gateway.overload;

import java.util.concurrent.ThreadLocalRandom;

/** There is no place for a request now. Made where time is short, so it carries no stack trace. */
public final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WAIT = 3;

    /** A request that is turned away. */
    public Overloaded() {
        super("too many requests are under way", null, false, false);
    }

    /** Seconds to wait, spread so that those who were turned away together do not come back together. */
    public int retryAfterSeconds() {
        return ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT + 1);
    }
}
