package fr.briseglace.surge;

import fr.briseglace.law.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An order to raise limits for a while, as given in a mass casualty (plan blanc, ORSEC). The latest order for a scope
 * holds, so that a shorter one ends a longer one; by itself each ends when its time is up.
 *
 * @param id UUIDv7
 * @param scope whose limits
 * @param at since when
 * @param endsAt until when, at most {@link #LONGEST} after
 * @param by who gave the order
 * @param reason why, in their words
 */
public record Surge(UUID id, SurgeScope scope, Instant at, Instant endsAt, Caller by, String reason) {
    /** How many times as generous limits are in a surge. */
    public static final long FACTOR = 10;

    /** The longest a surge lasts. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Checks the time. */
    public Surge {
        if (!endsAt.isAfter(at) || endsAt.isAfter(at.plus(LONGEST))) {
            throw new IllegalArgumentException("a surge lasts, and no longer than 12 hours");
        }
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Surge[" + id + "]";
    }
}
