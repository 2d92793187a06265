package fr.briseglace.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That records were erased: an entry of the trail like any other, with a leaf of its own. It names the leaves that it
 * emptied by one digest, so that no record can pass for erased without it.
 *
 * @param recordId UUIDv7 of this entry
 * @param at when, microseconds
 * @param order who wanted it, and why
 * @param records how many; at least one
 * @param digest SHA-256 over the leaf hashes of the records, in the order of their identifiers; 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are.
public record Erasure(UUID recordId, Instant at, Order order, int records, byte[] digest) {
    /** Tells these canonical bytes from those of any record of an access. */
    private static final byte VERSION = 2;

    private static final int LONGEST = 500;

    /**
     * Whose wish it is.
     *
     * @param before records made before it are meant, microseconds
     * @param access the one access that must be forgotten, whatever its age; null where the time of keeping is over
     * @param by who ordered it, 1 to 500 characters
     * @param reason why, 1 to 500 characters
     */
    public record Order(Instant before, @Nullable UUID access, String by, String reason) {
        /** Refuses an order of nobody, or without a reason. */
        public Order {
            before = before.truncatedTo(ChronoUnit.MICROS);
            for (String text : List.of(by, reason)) {
                if (text.isBlank() || text.length() > LONGEST) {
                    throw new IllegalArgumentException("an order to erase says by whom and why");
                }
            }
        }
    }

    /** Cuts the time to what the store keeps. */
    public Erasure {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The bytes its leaf commits to. */
    byte[] canonical() {
        CanonicalBytes bytes = new CanonicalBytes(VERSION);
        bytes.uuid(recordId);
        bytes.time(at);
        bytes.time(order.before());
        bytes.text(order.access() == null ? null : order.access().toString());
        bytes.text(order.by());
        bytes.text(order.reason());
        bytes.number(records);
        bytes.block(digest);
        return bytes.bytes();
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "Erasure[" + recordId + ", " + records + "]";
    }
}
