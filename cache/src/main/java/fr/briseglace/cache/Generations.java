package fr.briseglace.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the invalidations of each key, in bounded memory: keys share counters, so one key's invalidation may look like
 * another's, which costs a load and never an outdated value.
 */
final class Generations {
    private static final int COUNTERS = 4096;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    long of(String key) {
        return counters.get(index(key));
    }

    void next(String key) {
        counters.incrementAndGet(index(key));
    }

    private static int index(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNTERS - 1);
    }
}
