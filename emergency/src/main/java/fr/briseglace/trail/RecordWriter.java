package fr.briseglace.trail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers records into batches: whatever queues while one commit is in flight leaves together as the next, and so do
 * those of requests that arrived at the same time. As soon as so many wait that they are worth a commit of their own they
 * leave beside it, so that the store does not rest while answers are made, nor the event loops while it commits. A batch
 * that waits in the store itself, as for a patient whose rights are being changed, holds up others only for so long.
 * Confined to one event loop.
 */
public final class RecordWriter implements Trail {
    private static final int LARGEST_BATCH = 256;
    /** A commit costs as much as some twenty records. */
    static final int WORTH_A_COMMIT = 32;
    /** Batches that are in flight at once, as far as none is held up. */
    private static final int ABREAST = 2;
    /** After which a batch holds up those behind it no more. */
    static final Duration HELD_UP = Duration.ofMillis(50);

    private final RecordStore store;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Loop loop;
    /** How many batches are in flight and not held up. */
    private int inFlight;
    /** Whether one is about to be. */
    private boolean leaving;

    /** The store's work on one batch. The next may leave when it ends, and that but once. */
    private final class Turn {
        private boolean over;

        void end() {
            if (!over) {
                over = true;
                inFlight--;
                leave();
            }
        }
    }

    private record Waiting(RecordEntry entry, Promise<Verdict> outcome) {}

    /** The event loop that a writer is confined to. */
    public interface Loop {
        /** Runs something once what is ready there by now has been dealt with. */
        void afterwards(Runnable task);

        /** Runs something after so long. */
        void in(Duration time, Runnable task);
    }

    /** For those who batch what they write themselves: everything is done at once, and nothing by the clock. */
    private enum NoLoop implements Loop {
        AT_ONCE;

        @Override
        public void afterwards(Runnable task) {
            task.run();
        }

        @Override
        public void in(Duration time, Runnable task) {}
    }

    /**
     * A writer to a store that gathers what it is given.
     *
     * @param capacity how many records may wait; more are turned away at once
     */
    public RecordWriter(RecordStore store, int capacity) {
        this(store, capacity, NoLoop.AT_ONCE);
    }

    /**
     * A writer to a store.
     *
     * @param capacity how many records may wait; more are turned away at once
     */
    public RecordWriter(RecordStore store, int capacity, Loop loop) {
        this.store = store;
        this.capacity = capacity;
        this.loop = loop;
    }

    @Override
    public Future<Verdict> write(RecordEntry entry) {
        if (queue.size() >= capacity) {
            return Future.failedFuture(TrailUnavailable.FULL);
        }
        Promise<Verdict> outcome = Promise.promise();
        queue.add(new Waiting(entry, outcome));
        leave();
        return outcome.future();
    }

    /** Lets the next batch leave, unless those that wait do better to wait for company. */
    private void leave() {
        boolean due = inFlight == 0 ? !queue.isEmpty() : inFlight < ABREAST && queue.size() >= WORTH_A_COMMIT;
        if (due && !leaving) {
            leaving = true;
            loop.afterwards(this::flush);
        }
    }

    private void flush() {
        leaving = false;
        inFlight++;
        List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), LARGEST_BATCH));
        List<RecordEntry> entries = new ArrayList<>(batch.size());
        while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
            Waiting waiting = queue.remove();
            batch.add(waiting);
            entries.add(waiting.entry());
        }
        Turn turn = new Turn();
        loop.in(HELD_UP, turn::end);
        inserted(entries).onComplete(durable -> {
            turn.end();
            for (int i = 0; i < batch.size(); i++) {
                Promise<Verdict> outcome = batch.get(i).outcome();
                if (durable.succeeded()) {
                    outcome.complete(durable.result().get(i));
                } else {
                    outcome.fail(new TrailUnavailable(durable.cause()));
                }
            }
        });
        leave();
    }

    /** A store that throws has failed like one that says so. */
    private Future<List<Verdict>> inserted(List<RecordEntry> entries) {
        try {
            return store.insert(entries);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
