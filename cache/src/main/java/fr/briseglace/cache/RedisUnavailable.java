package fr.briseglace.cache;

/** Redis did not answer. Has no stack trace: it is thrown most where there is least time. */
public final class RedisUnavailable extends RuntimeException {
    /** Why there is no answer; never {@link LinkOutcome#ANSWERED} nor {@link LinkOutcome#REFUSED}. */
    private final LinkOutcome outcome;

    RedisUnavailable(LinkOutcome outcome) {
        super("Redis is unavailable: " + outcome, null, false, false);
        this.outcome = outcome;
    }

    /** Why there is no answer. */
    public LinkOutcome outcome() {
        return outcome;
    }
}
