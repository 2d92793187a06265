package fr.briseglace.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server of the store says of itself, where it says that it repeats no other: since when it is primary.
 *
 * @param timeline goes up by one with each server that is promoted
 */
record Standing(DatabaseServer server, long timeline) {
    /** Asks for the timeline, as the name of what is being written shows it; null while the server repeats another. */
    static final String ASK = """
            select case when not pg_is_in_recovery()
                        then substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) end
            """;

    private static final int HEXADECIMAL = 16;

    /** Reads the answer. */
    static Optional<Standing> of(DatabaseServer server, @Nullable String answer) {
        return Optional.ofNullable(answer).map(timeline -> new Standing(server, Long.parseLong(timeline, HEXADECIMAL)));
    }

    /**
     * The primary among those that say that they are: the one that was promoted last. One of before a promotion that was
     * heard of came back without knowing of it, and is not the primary however alone it is.
     *
     * @param heardOf the highest timeline that was ever seen
     */
    static Optional<Standing> primary(List<Standing> standings, long heardOf) {
        return standings.stream()
                .filter(one -> one.timeline >= heardOf)
                .max(Comparator.comparingLong(Standing::timeline));
    }
}
