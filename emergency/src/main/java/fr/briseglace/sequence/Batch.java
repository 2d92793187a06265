package fr.briseglace.sequence;

import fr.briseglace.tlog.Hash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Records that are given their places together.
 *
 * @param entries in the order of their places
 */
record Batch(List<Entry> entries) {
    /**
     * A record without a place.
     *
     * @param recordId which
     * @param at when it was decided
     * @param leaf its hash in the tree
     */
    record Entry(UUID recordId, Instant at, Hash leaf) {}

    List<Hash> leaves() {
        return entries.stream().map(Entry::leaf).toList();
    }
}
