package fr.briseglace.trail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers records into batches without a timer: whatever queues while one commit is in flight leaves together as the
 * next. Confined to one event loop.
 */
public final class RecordWriter {
    private static final int LARGEST_BATCH = 256;

    private final RecordStore store;
    private final int capacity;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private boolean inFlight;

    private record Waiting(RecordEntry entry, Promise<Verdict> outcome) {}

    /**
     * A writer to a store.
     *
     * @param capacity how many records may wait; more are turned away at once
     */
    public RecordWriter(RecordStore store, int capacity) {
        this.store = store;
        this.capacity = capacity;
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
        if (!inFlight) {
            flush();
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
        inFlight = true;
        inserted(entries).onComplete(durable -> {
            inFlight = false;
            if (!queue.isEmpty()) {
                flush();
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
