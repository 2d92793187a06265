package fr.briseglace.cache;

/** Where a {@link RedisLink} reports to. Called on event loops: must neither block nor throw. */
public interface LinkMetrics {
    /** Counts nothing. */
    LinkMetrics NONE = new LinkMetrics() {
        @Override
        public void called(LinkOutcome outcome, long nanos) {}

        @Override
        public void connected() {}

        @Override
        public void disconnected() {}
    };

    /** One call ended so, after so many nanoseconds; 0 where it was never sent. */
    void called(LinkOutcome outcome, long nanos);

    /** An event loop got its connection. */
    void connected();

    /** An event loop lost its connection. */
    void disconnected();
}
