package fr.briseglace.cache;

import java.time.Duration;

/**
 * The bounds of a cache.
 *
 * @param prefix what its names in Redis begin with, such as {@code bg:s:}
 * @param nearBytes the most its near tier may weigh, in bytes, 1 or more
 * @param nearTtl how long a value stays near, 1 ms or more
 * @param redisTtl how long a value stays in Redis, 1 ms or more
 */
public record CacheOptions(String prefix, long nearBytes, Duration nearTtl, Duration redisTtl) {
    /** Checks the ranges. */
    public CacheOptions {
        if (prefix.isEmpty() || nearBytes < 1 || nearTtl.toMillis() < 1 || redisTtl.toMillis() < 1) {
            throw new IllegalArgumentException("a cache needs a prefix, room and time to keep values");
        }
    }
}
