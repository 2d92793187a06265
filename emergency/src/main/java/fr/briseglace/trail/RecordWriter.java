package fr.briseglace.trail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Gathers records into batches without a timer: whatever queues while one commit is in flight leaves together as the
 * next, and so do those of requests that arrived at the same time. Confined to one event loop.
 */
public final class RecordWriter {
    private static final int LARGEST_BATCH = 256;

    private final RecordStore store;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Executor afterwards;
    /** Whether a batch is in flight, or about to be. */
    private boolean busy;

    private record Waiting(RecordEntry entry, Promise<Verdict> outcome) {}

    /**
     * A writer to a store.
     *
     * @param capacity how many records may wait; more are turned away at once
     */
    public RecordWriter(RecordStore store, int capacity) {
        this(store, capacity, Runnable::run);
    }

    /**
     * A writer to a store.
     *
     * @param afterwards runs what it is given on the same event loop, once what is ready there by now has been dealt with
     */
    public RecordWriter(RecordStore store, int capacity, Executor afterwards) {
        this.store = store;
        this.capacity = capacity;
        this.afterwards = afterwards;
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
            afterwards.execute(this::flush);
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
        inserted(entries).onComplete(durable -> {
            busy = !queue.isEmpty();
            if (busy) {
                afterwards.execute(this::flush);
            }
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

    /** A store that throws has failed like one that says so. */
    private Future<List<Verdict>> inserted(List<RecordEntry> entries) {
        try {
            return store.insert(entries);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
