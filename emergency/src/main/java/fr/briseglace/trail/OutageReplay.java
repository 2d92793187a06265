package fr.briseglace.trail;

import fr.briseglace.trail.OutageJournal.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Brings what an outage left on this node into the trail, in order, as soon as the store is back. What was brought is
 * forgotten only afterwards; a crash in between brings it again, and the store knows that it has it.
 */
public final class OutageReplay {
    private static final int BATCH = 64;

    private final OutageJournal journal;
    private final Function<List<RecordEntry>, Future<Integer>> store;
    private final Predicate<Throwable> away;
    private boolean running;

    /**
     * A replay.
     *
     * @param store takes records of an outage, in order; those it has already it leaves as they are
     * @param away whether a failure means that the store is away, rather than that it refuses what it was brought
     */
    public OutageReplay(
            OutageJournal journal, Function<List<RecordEntry>, Future<Integer>> store, Predicate<Throwable> away) {
        this.journal = journal;
        this.store = store;
        this.away = away;
    }

    /**
     * Brings all that waits; does nothing where nothing does, or where it is at it already. Call it from one event loop.
     *
     * @return how many the store did not have; fails where the store is still away, and what waits goes on waiting
     */
    public Future<Integer> run() {
        if (running || journal.waiting() == 0) {
            return Future.succeededFuture(0);
        }
        running = true;
        return batches(0).onComplete(done -> running = false);
    }

    private Future<Integer> batches(int before) {
        return journal.first(BATCH)
                .compose(first -> first.isEmpty()
                        ? Future.succeededFuture(before)
                        : bring(first).compose(taken -> batches(before + taken)));
    }

    /** Together; where the store refuses one of them, fewer, and that one alone is set aside. */
    private Future<Integer> bring(List<Waiting> some) {
        return store.apply(some.stream().map(Waiting::entry).toList())
                .compose(taken -> journal.taken(some.getLast().place()).map(taken))
                .recover(failure -> away.test(failure) ? Future.failedFuture(failure) : fewer(some));
    }

    private Future<Integer> fewer(List<Waiting> some) {
        return some.size() == 1
                ? journal.putAside(some.getFirst().place()).map(0)
                : bring(some.subList(0, some.size() / 2));
    }
}
