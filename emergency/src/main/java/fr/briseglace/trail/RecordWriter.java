package fr.briseglace.trail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers records into batches: whatever queues while one commit is in flight leaves together as the next, and so do
 * those of requests that arrived at the same time. After a batch of several the store rests in proportion to the work it
 * had, so that under load fewer and larger commits carry the same records; a record that comes alone never waits.
 * Confined to one event loop.
 */
public final class RecordWriter {
    private static final int LARGEST_BATCH = 256;
    /** For as long as it worked: a call costs as much as twenty records. */
    private static final int REST = 1;

    private static final Duration LONGEST_REST = Duration.ofMillis(4);

    private final RecordStore store;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Loop loop;
    /** Whether a batch is in flight, about to be, or was so recently that the store rests. */
    private boolean busy;

    private record Waiting(RecordEntry entry, Promise<Verdict> outcome) {}

    /** The event loop that a writer is confined to. */
    public interface Loop {
        /** Runs something once what is ready there by now has been dealt with. */
        void afterwards(Runnable task);

        /** Runs something after so long. */
        void in(Duration time, Runnable task);

        /** A clock that only measures, in nanoseconds. */
        long nanos();
    }

    /** For those who batch what they write themselves: everything is done at once. */
    private enum NoLoop implements Loop {
        AT_ONCE;

        @Override
        public void afterwards(Runnable task) {
            task.run();
        }

        @Override
        public void in(Duration time, Runnable task) {
            task.run();
        }

        @Override
        public long nanos() {
            return 0;
        }
    }

    /**
     * A writer to a store, that never rests.
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

    /**
     * Makes an entry durable, unless something speaks against it.
     *
     * @return what became of it. Fails with {@link TrailUnavailable} where the store cannot be asked or too many wait;
     *     nothing may be disclosed then
     */
    public Future<Verdict> write(RecordEntry entry) {
        if (queue.size() >= capacity) {
            return Future.failedFuture(TrailUnavailable.FULL);
        }
        Promise<Verdict> outcome = Promise.promise();
        queue.add(new Waiting(entry, outcome));
        if (!busy) {
            busy = true;
            loop.afterwards(this::flush);
        }
        return outcome.future();
    }

    private void flush() {
        List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), LARGEST_BATCH));
        List<RecordEntry> entries = new ArrayList<>(batch.size());
        while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
            Waiting waiting = queue.remove();
            batch.add(waiting);
            entries.add(waiting.entry());
        }
        long left = loop.nanos();
        inserted(entries).onComplete(durable -> {
            rest(batch.size(), loop.nanos() - left);
            for (int i = 0; i < batch.size(); i++) {
                Promise<Verdict> outcome = batch.get(i).outcome();
                if (durable.succeeded()) {
                    outcome.complete(durable.result().get(i));
                } else {
                    outcome.fail(new TrailUnavailable(durable.cause()));
                }
            }
        });
    }

    private void rest(int records, long worked) {
        long rest = records == 1 ? 0 : Math.min(REST * worked, LONGEST_REST.toNanos());
        if (rest > 0) {
            loop.in(Duration.ofNanos(rest), this::next);
        } else {
            next();
        }
    }

    private void next() {
        busy = !queue.isEmpty();
        if (busy) {
            loop.afterwards(this::flush);
        }
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
