package fr.briseglace.cache;

import java.time.Instant;

/**
 * A value, where it was found and when the store was asked for it.
 *
 * @param loadedAt to the millisecond
 */
public record Cached<V>(V value, Source source, Instant loadedAt) {

    /** Which tier had the value. */
    public enum Source {
        /** This process. */
        NEAR,
        /** Redis, shared by all nodes. */
        REDIS,
        /** The store itself, by the caller's loader. */
        STORE
    }

    Cached<V> from(Source tier) {
        return new Cached<>(value, tier, loadedAt);
    }

    /** Leaves the value out: it may be personal. */
    @Override
    public String toString() {
        return "Cached[source=" + source + ", loadedAt=" + loadedAt + "]";
    }
}
