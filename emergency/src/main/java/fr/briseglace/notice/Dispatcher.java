package fr.briseglace.notice;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due notices out of the outbox and sends them, on one event loop.
 *
 * <p>A notice holds a slot from its claim to its settlement, and no more are claimed than there are free slots: so every
 * claimed notice is tried at once, well within its lease, and a slow one holds up nothing but its own slot.
 *
 * <p>It works in rounds, a spacing apart: each writes what ended and claims what may leave, many notices a statement. The
 * first round after a rest starts at once.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Vertx vertx;
    private final Context loop;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Pace pace;
    private final NoticeMetrics metrics;
    private final Settlement settlement;
    private final Governor governor;
    private final BooleanSupplier crowded;
    private final LongSupplier nanos;
    private final long spacing;
    private final long sweeping;
    private final long upkeeping;

    private final AtomicBoolean woken = new AtomicBoolean();
    private final Promise<Void> closed = Promise.promise();
    private int sending;
    private boolean claiming;
    private boolean more;
    private boolean armed;
    private long lastRound;
    private boolean closing;

    private Dispatcher(
            Vertx vertx,
            Outbox outbox,
            Delivery delivery,
            Pace pace,
            NoticeMetrics metrics,
            BooleanSupplier crowded,
            LongSupplier nanos) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.outbox = outbox;
        this.delivery = delivery;
        this.pace = pace;
        this.metrics = metrics;
        this.crowded = crowded;
        this.nanos = nanos;
        this.settlement = new Settlement(loop, outbox, this::settled);
        this.governor = new Governor(pace.perSecond(), nanos.getAsLong());
        this.spacing = pace.spacing().toNanos();
        this.lastRound = nanos.getAsLong() - spacing;
        this.sweeping = vertx.setPeriodic(pace.sweep().toMillis(), timer -> wake());
        this.upkeeping = vertx.setPeriodic(pace.upkeep().toMillis(), timer -> upkeep());
    }

    /**
     * Starts dispatching on the caller's event loop, or on one of its own for a caller that is on none.
     *
     * @param crowded whether accesses wait for each other, so that notices give way; from any thread
     */
    public static Dispatcher start(
            Vertx vertx, Outbox outbox, Delivery delivery, Pace pace, NoticeMetrics metrics, BooleanSupplier crowded) {
        return start(vertx, outbox, delivery, pace, metrics, crowded, System::nanoTime);
    }

    /**
     * The same by another clock.
     *
     * @param nanos nanoseconds of one monotonic clock, from any thread
     */
    static Dispatcher start(
            Vertx vertx,
            Outbox outbox,
            Delivery delivery,
            Pace pace,
            NoticeMetrics metrics,
            BooleanSupplier crowded,
            LongSupplier nanos) {
        Dispatcher dispatcher = new Dispatcher(vertx, outbox, delivery, pace, metrics, crowded, nanos);
        dispatcher.upkeep();
        dispatcher.wake();
        return dispatcher;
    }

    /** Says that something may be due; cheap, from any thread, many at once count as one. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(v -> {
                woken.set(false);
                more = true;
                soon();
            });
        }
    }

    /** Claims nothing more; succeeds once what was claimed is tried and written, or left to its lease. */
    public Future<Void> close() {
        loop.runOnContext(v -> {
            closing = true;
            settlement.flush();
            vertx.cancelTimer(sweeping);
            vertx.cancelTimer(upkeeping);
            drain();
        });
        return closed.future();
    }

    /** A round at once where the last one is a spacing ago, else as soon as it is. */
    private void soon() {
        if (armed) {
            return;
        }
        armed = true;
        long left = lastRound + spacing - nanos.getAsLong();
        if (left < TimeUnit.MILLISECONDS.toNanos(1)) {
            round();
        } else {
            vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(left), timer -> loop.runOnContext(v -> round()));
        }
    }

    private void round() {
        armed = false;
        lastRound = nanos.getAsLong();
        settlement.flush();
        claim();
    }

    private void claim() {
        int free = pace.parallelism() - sending - settlement.size();
        if (closing || claiming || !more || free <= 0) {
            return;
        }
        long now = nanos.getAsLong();
        governor.heed(crowded.getAsBoolean(), now);
        int limit = Math.min(free, governor.allowed(now));
        if (limit < 1) {
            soon();
            return;
        }
        claiming = true;
        more = false;
        outbox.claim(delivery.channels(), limit, pace.lease())
                .onComplete(
                        notices -> loop.runOnContext(v -> claimed(notices, limit)),
                        cause -> loop.runOnContext(v -> unclaimed(cause)));
    }

    private void claimed(List<Notice> notices, int asked) {
        claiming = false;
        more |= notices.size() == asked;
        sending += notices.size();
        governor.took(notices.size());
        notices.forEach(this::send);
        if (more) {
            soon();
        }
        drain();
    }

    private void unclaimed(Throwable cause) {
        claiming = false;
        LOG.warn("notices could not be claimed: {}", cause.getClass().getSimpleName());
        drain();
    }

    private void send(Notice notice) {
        long begun = nanos.getAsLong();
        delivery.attempt(notice)
                .onSuccess(outcome -> loop.runOnContext(v -> {
                    sending--;
                    metrics.ended(outcome, Duration.ofNanos(nanos.getAsLong() - begun));
                    settlement.add(outcome);
                    if (outcome instanceof Outcome.Parked parked) {
                        LOG.warn("a notice was parked: {}", parked.failure().code());
                    }
                    if (closing && sending == 0) {
                        settlement.flush();
                    }
                    soon();
                }));
    }

    /** After a failed write the next wake or sweep tries again. */
    private void settled(boolean kept) {
        if (kept && settlement.size() > 0 && closing) {
            settlement.flush();
        } else if (kept && (more || settlement.size() > 0)) {
            soon();
        }
        drain();
    }

    private void drain() {
        if (closing && !claiming && sending == 0 && settlement.idle()) {
            closed.tryComplete();
        }
    }

    private void upkeep() {
        outbox.readdress()
                .onFailure(cause -> LOG.warn(
                        "addresses of notices could not be looked up: {}",
                        cause.getClass().getSimpleName()))
                .onSuccess(found -> {
                    if (found > 0) {
                        wake();
                    }
                });
        outbox.oldestUnsent(delivery.channels()).onSuccess(metrics::oldest);
        outbox.unsent().onSuccess(metrics::unsent);
    }
}
