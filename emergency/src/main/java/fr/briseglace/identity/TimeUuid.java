package fr.briseglace.identity;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers of ours: UUID version 7 (RFC 9562), which sort by the millisecond they were made in. */
public final class TimeUuid {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeUuid() {}

    /** An identifier of that moment; 74 bits come from the random source, which must be hard to guess. */
    public static UUID of(Instant moment, RandomGenerator random) {
        long high = (moment.toEpochMilli() << 16) | VERSION | (random.nextLong() & 0x0FFF);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** The millisecond an identifier was made in. */
    public static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
