package fr.briseglace.statistics;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** Where published figures are kept. */
public interface Statistics {
    /**
     * Counts a day that is over, unless it was counted before.
     *
     * @return whether it was counted now
     */
    Future<Boolean> count(LocalDate day);

    /** The figures of the days that were counted since that one, newest first, as JSON. */
    Future<List<String>> since(LocalDate day);

    /** How many notices wait for an address, rounded down to tens. */
    Future<Long> awaitingAddress();
}
