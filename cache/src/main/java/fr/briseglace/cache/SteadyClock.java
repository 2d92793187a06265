package fr.briseglace.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** For who measures how long ago something was: its times are of no calendar, and nobody can set it. */
public final class SteadyClock extends Clock {
    private final LongSupplier nanos;
    private final ZoneId zone;
    private final long began;

    /** A clock that begins at the epoch and goes on as those nanoseconds do, which are those of any monotonic clock. */
    public SteadyClock(LongSupplier nanos) {
        this(nanos, ZoneOffset.UTC, nanos.getAsLong());
    }

    private SteadyClock(LongSupplier nanos, ZoneId zone, long began) {
        this.nanos = nanos;
        this.zone = zone;
        this.began = began;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanos.getAsLong() - began);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(nanos, other, began);
    }
}
