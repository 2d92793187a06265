package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Outage;
import fr.briseglace.access.SnapshotLoader;
import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.access.Windows;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.store.SqliteJournal;
import fr.briseglace.store.StoreBreaker;
import fr.briseglace.trail.OutageJournal;
import fr.briseglace.trail.OutageReplay;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordStore;
import fr.briseglace.trail.RecordWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node has for when the store is away: a breaker before it, a journal on its own disk, and the way back. */
final class Standby {
    /** What is written may be written yet when it is over: records have identifiers, and come in once. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** About a million records. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int RECORDS_WAITING = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private final StoreBreaker breaker;
    private final OutageJournal journal;
    private final Duration staleness;

    private Standby(OutageJournal journal, Duration staleness, MeterRegistry registry) {
        this.journal = journal;
        // What waits is brought again and again: that tells whether the store is back, and no caller need find out.
        this.breaker = new StoreBreaker(PATIENCE, () -> journal.waiting() > 0, System::nanoTime);
        this.staleness = staleness;
        Gauge.builder("outage_records_waiting", journal, OutageJournal::waiting)
                .description("Records of an outage on this node's disk that the store does not have yet")
                .register(registry);
        Gauge.builder("outage_records_set_aside", journal, OutageJournal::setAside)
                .description("Records of an outage that could not be read any more; somebody has to look")
                .register(registry);
        Gauge.builder("store_away", breaker, one -> one.away() ? 1 : 0)
                .description("Whether the store is known not to answer")
                .register(registry);
    }

    /** Opens the journal, with what an outage before may have left there. */
    static Future<Standby> open(Vertx vertx, OutageSettings settings, KeyRing secrets, MeterRegistry registry) {
        return vertx.executeBlocking(() -> SqliteJournal.open(vertx, settings.journal(), secrets, MOST_BYTES))
                .map(journal -> new Standby(requireNonNull(journal), settings.staleness(), registry));
    }

    RecordStore records(RecordStore store) {
        return entries -> breaker.guard(() -> store.insert(entries));
    }

    SnapshotLoader loader(SnapshotLoader store) {
        return (ins, author) -> breaker.guard(() -> store.load(ins, author));
    }

    Windows windows(Windows store) {
        return id -> breaker.guard(() -> store.find(id));
    }

    /** What one event loop may still answer. */
    Outage outage() {
        return staleness.isZero() ? Outage.SILENT : new Outage(new RecordWriter(journal, RECORDS_WAITING), staleness);
    }

    /** Whether something can be answered without the store. */
    boolean answers() {
        return !staleness.isZero();
    }

    /** Brings what waits into the trail, again and again, for as long as it is called. */
    Runnable replay(Function<List<RecordEntry>, Future<Integer>> store) {
        OutageReplay replay = new OutageReplay(
                journal, entries -> breaker.probe(() -> store.apply(entries)), StoreUnavailable.class::isInstance);
        return () -> replay.run()
                .onSuccess(taken -> {
                    if (taken > 0) {
                        LOG.atInfo().addKeyValue("records", taken).log("the store has what the outage left here");
                    }
                })
                .onFailure(away -> LOG.debug("the store is still away"));
    }

    Future<Void> close() {
        return journal.close();
    }
}
