package fr.briseglace.sequence;

import fr.briseglace.tlog.LogFault;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each record its place in the log and signs a checkpoint, at most a second after the record. Every node has one;
 * one of them leads. Whatever fails ends its term and its connection, and it stands by again: what was not committed is
 * as if it had not been begun.
 */
public final class Sequencer {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Vertx vertx;
    private final Context loop;
    private final Supplier<Future<PgConnection>> connections;
    private final Supplier<LogIdentity> identity;
    private final Tempo tempo;
    private final InstantSource clock;
    private final SequencerMetrics metrics;

    private final AtomicBoolean woken = new AtomicBoolean();
    private final Promise<Void> closed = Promise.promise();
    private @Nullable PgConnection connection;
    private volatile @Nullable Term term;
    private long timer = -1;
    private State state = State.RESTING;
    private boolean again;
    private boolean closing;
    private String complaint = "";

    private enum State {
        /** Something is under way. */
        WORKING,
        /** Nothing is done for a while, whatever is said. */
        RESTING,
        /** Nothing to do until something is said or some time has passed. */
        LOOKING
    }

    private Sequencer(
            Vertx vertx,
            Supplier<Future<PgConnection>> connections,
            Supplier<LogIdentity> identity,
            Tempo tempo,
            InstantSource clock,
            SequencerMetrics metrics) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.connections = connections;
        this.identity = identity;
        this.tempo = tempo;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Starts standing by, on the caller's event loop, or on one of its own for a caller that is on none.
     *
     * @param connections opens a connection for this sequencer alone
     * @param identity who signs, as of now; asked before each round, and always of the same name
     */
    public static Sequencer start(
            Vertx vertx,
            Supplier<Future<PgConnection>> connections,
            Supplier<LogIdentity> identity,
            Tempo tempo,
            InstantSource clock,
            SequencerMetrics metrics) {
        Sequencer sequencer = new Sequencer(vertx, connections, identity, tempo, clock, metrics);
        sequencer.loop.runOnContext(v -> sequencer.step());
        return sequencer;
    }

    /** Says that a record was made durable; cheap, from any thread, many at once count as one. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(v -> {
                woken.set(false);
                again = true;
                if (state == State.LOOKING) {
                    step();
                }
            });
        }
    }

    /** Whether this node leads, as far as it knows. */
    public boolean leads() {
        return term != null;
    }

    /** Ends the term after the batch that is under way. */
    public Future<Void> close() {
        loop.runOnContext(v -> {
            closing = true;
            if (state != State.WORKING) {
                step();
            }
        });
        return closed.future();
    }

    /** Does the one thing that is next; each of them ends in another step, now or later. */
    private void step() {
        vertx.cancelTimer(timer);
        state = State.WORKING;
        again = false;
        Term leading = term;
        if (closing) {
            disconnect().onComplete(done -> closed.tryComplete());
        } else if (leading == null) {
            candidate().onComplete(this::elected, this::failed);
        } else {
            leading.signAs(identity.get())
                    .compose(signed -> leading.round(tempo.batch()))
                    .onComplete(this::placed, this::failed);
        }
    }

    private Future<@Nullable Term> candidate() {
        PgConnection open = connection;
        Future<PgConnection> connected = open != null ? Future.succeededFuture(open) : connect();
        return connected.compose(c -> Term.begin(c, identity.get()));
    }

    private Future<PgConnection> connect() {
        return connections.get().map(opened -> {
            connection = opened;
            opened.exceptionHandler(cause -> LOG.debug("the connection failed", cause));
            opened.closeHandler(v -> loop.runOnContext(w -> lost(opened)));
            return opened;
        });
    }

    /** A connection that ended by itself ends the term at once, also while nothing is under way. */
    private void lost(PgConnection ended) {
        if (ended.equals(connection)) {
            connection = null;
            lead(null);
        }
    }

    private void elected(@Nullable Term won) {
        lead(won);
        if (won == null) {
            pause(State.RESTING, tempo.standBy());
        } else {
            LOG.info("this node sequences the log");
            complaint = "";
            step();
        }
    }

    private void lead(@Nullable Term next) {
        term = next;
        metrics.leads(next != null);
    }

    private void placed(Batch batch) {
        Instant now = clock.instant();
        batch.entries().forEach(entry -> metrics.placed(Duration.between(entry.at(), now)));
        Term leading = term;
        if (leading != null) {
            metrics.size(leading.size());
        }
        if (closing || leading == null || batch.entries().size() == tempo.batch()) {
            step();
        } else if (batch.entries().isEmpty() && !again) {
            pause(State.LOOKING, tempo.look());
        } else {
            pause(State.RESTING, tempo.pause());
        }
    }

    private void failed(Throwable cause) {
        String what = cause instanceof LogFault
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
        if (!what.equals(complaint)) {
            LOG.warn("the log cannot be sequenced here for now: {}", what);
            complaint = what;
        }
        lead(null);
        disconnect().onComplete(done -> {
            if (closing) {
                closed.tryComplete();
            } else {
                pause(State.RESTING, tempo.standBy());
            }
        });
    }

    private Future<Void> disconnect() {
        PgConnection open = connection;
        connection = null;
        lead(null);
        return open == null ? Future.succeededFuture() : open.close().otherwiseEmpty();
    }

    private void pause(State meanwhile, Duration length) {
        state = meanwhile;
        timer = vertx.setTimer(length.toMillis(), t -> step());
    }
}
