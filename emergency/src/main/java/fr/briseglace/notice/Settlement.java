package fr.briseglace.notice;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes back to the outbox, one write at a time: what ends while a write is under way leaves with the next.
 * Belongs to one event loop.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Context loop;
    private final Outbox outbox;
    private final Runnable written;
    private List<Outcome> waiting = new ArrayList<>();
    private List<Outcome> leaving = List.of();

    /** Calls back on the event loop after each write, failed ones too. */
    Settlement(Context loop, Outbox outbox, Runnable written) {
        this.loop = loop;
        this.outbox = outbox;
        this.written = written;
    }

    /** Takes an outcome and writes it as soon as no other write is under way. */
    void add(Outcome outcome) {
        waiting.add(outcome);
        flush();
    }

    /** Writes what waits; what a failed write held waits for the next flush. */
    void flush() {
        if (!idle() || waiting.isEmpty()) {
            return;
        }
        leaving = waiting;
        waiting = new ArrayList<>();
        outbox.settle(leaving)
                .onComplete(done -> loop.runOnContext(v -> kept()), cause -> loop.runOnContext(v -> lost(cause)));
    }

    /** Whether nothing is being written. */
    boolean idle() {
        return leaving.isEmpty();
    }

    /** How many outcomes are not written yet. */
    int size() {
        return waiting.size() + leaving.size();
    }

    private void kept() {
        leaving = List.of();
        flush();
        written.run();
    }

    private void lost(Throwable cause) {
        LOG.warn(
                "outcomes of notices could not be written: {}", cause.getClass().getSimpleName());
        waiting.addAll(0, leaving);
        leaving = List.of();
        written.run();
    }
}
