package fr.briseglace.trail;

import io.vertx.core.Future;
import java.util.List;

/**
 * Where this node keeps records while the store is away: on its own disk, flushed before anything is disclosed, in the
 * order in which they came, until the store has taken them. As a {@link RecordStore} it answers {@link Verdict.Durable},
 * or what a repeated key calls for; it knows nothing of versions and windows.
 */
public interface OutageJournal extends RecordStore {
    /**
     * A record that waits.
     *
     * @param place its place in the order
     * @param entry the record
     */
    record Waiting(long place, RecordEntry entry) {}

    /** The first that wait, in order; one that cannot be read any more is set aside and counted, and holds up none. */
    Future<List<Waiting>> first(int most);

    /** Forgets those up to a place: the store has them. */
    Future<Void> taken(long place);

    /** Sets one aside that the store refuses, so that it holds up none. */
    Future<Void> putAside(long place);

    /** How many wait, as far as is known here. */
    long waiting();

    /** How many were set aside because they could not be read, or the store refused them. */
    long setAside();

    /** Closes the journal; what waits stays. */
    Future<Void> close();
}
