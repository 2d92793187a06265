package fr.briseglace.cache;

/** Where a {@link TieredCache} reports to. Called on event loops: must neither block nor throw. */
public interface CacheMetrics {
    /** Counts nothing. */
    CacheMetrics NONE = new CacheMetrics() {
        @Override
        public void found(Cached.Source source) {}

        @Override
        public void unreadable() {}
    };

    /** A value was found there. */
    void found(Cached.Source source);

    /** What lay in Redis did not open under its name or was not understood: altered, misplaced or outdated. */
    void unreadable();
}
