package fr.briseglace.cache;

import org.jspecify.annotations.Nullable;

/** How values of a cache become bytes and back. Pure; called on event loops. */
public interface ValueCodec<V> {
    /** The bytes of a value. */
    byte[] encode(V value);

    /** The value of these bytes; null where they are of a format this version does not read, which is a miss. */
    @Nullable
    V decode(byte[] bytes);

    /** What a value weighs in memory, in bytes; 0 or more, an estimate will do. */
    int weight(V value);
}
