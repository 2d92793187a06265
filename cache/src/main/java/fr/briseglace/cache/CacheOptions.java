package fr.briseglace.cache;

import java.time.Duration;

/**
 * The bounds of a cache.
 *
 * @param prefix what its names in Redis begin with, such as {@code bg:s:}
 * @param nearBytes the most its near tier may weigh, in bytes, 1 or more
 * @param nearTtl how long a value stays near, 1 ms or more
 * @param redisTtl how long a value stays in Redis, 1 ms or more
 * @param fresh how old a value may be before asking for it has it loaded again; meanwhile it is given as it is
 */
public record CacheOptions(String prefix, long nearBytes, Duration nearTtl, Duration redisTtl, Duration fresh) {
    /** Checks the ranges. */
    public CacheOptions {
        if (prefix.isEmpty() || nearBytes < 1 || nearTtl.toMillis() < 1 || redisTtl.toMillis() < 1) {
            throw new IllegalArgumentException("a cache needs a prefix, room and time to keep values");
        }
    }

    /** A cache that keeps values for so long in both tiers, and loads those asked for in its last fifth ahead of its end. */
    public static CacheOptions keeping(String prefix, long nearBytes, Duration life) {
        return new CacheOptions(
                prefix, nearBytes, life, life, life.multipliedBy(4).dividedBy(5));
    }
}
