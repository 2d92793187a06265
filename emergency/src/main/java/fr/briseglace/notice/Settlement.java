package fr.briseglace.notice;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes back to the outbox, many in one write and one write at a time.
 * Belongs to one event loop.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Context loop;
    private final Outbox outbox;
    private final Consumer<Boolean> written;
    private List<Outcome> waiting = new ArrayList<>();
    private List<Outcome> leaving = List.of();

    /** Calls back on the event loop after each write, and says whether it succeeded. */
    Settlement(Context loop, Outbox outbox, Consumer<Boolean> written) {
        this.loop = loop;
        this.outbox = outbox;
        this.written = written;
    }

    /** Takes an outcome; it leaves with the next flush. */
    void add(Outcome outcome) {
        waiting.add(outcome);
    }

    /** Writes what waits unless a write is under way; what a failed one held waits for the next flush. */
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
        written.accept(true);
    }

    private void lost(Throwable cause) {
        LOG.warn(
                "outcomes of notices could not be written: {}", cause.getClass().getSimpleName());
        waiting.addAll(0, leaving);
        leaving = List.of();
        written.accept(false);
    }
}
