package fr.briseglace.gateway;

import fr.briseglace.sequence.PgCosignatures;
import fr.briseglace.sequence.PgTransparencyLog;
import fr.briseglace.sequence.Sequencer;
import fr.briseglace.sequence.SequencerMetrics;
import fr.briseglace.sequence.Tempo;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.store.Database;
import fr.briseglace.store.Months;
import fr.briseglace.store.SelfCheck;
import fr.briseglace.store.UsedKeys;
import fr.briseglace.watch.Cosigning;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the trail and its log: gives records their places, has checkpoints cosigned and brought elsewhere, makes months
 * ahead, forgets keys of old requests and compares the two once a night. One node of all does, the one that leads.
 */
final class LogKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
    private static final long MONTHS_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long KEYS_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final LogKeys keys;
    private final TransparencyLog log;
    private final Months months;
    private final Sequencer sequencer;

    private LogKeeper(LogKeys keys, TransparencyLog log, Months months, Sequencer sequencer) {
        this.keys = keys;
        this.log = log;
        this.months = months;
        this.sequencer = sequencer;
    }

    /**
     * Stands by to lead from now on, on the caller's event loop.
     *
     * @param opened is given what has to be closed
     */
    static LogKeeper start(
            Vertx vertx, Config config, Database database, InstantSource clock, MeterRegistry registry, Opened opened) {
        LogKeys keys = LogKeys.read(config.log());
        Sequencer sequencer = Sequencer.start(
                vertx,
                () -> database.connect("sequencer"),
                keys::identity,
                Tempo.DEFAULT,
                clock,
                new SequencerMetrics(registry));
        opened.add(sequencer::close);
        LogKeeper keeper = new LogKeeper(
                keys, new PgTransparencyLog(database.lookups()), new Months(database.console()), sequencer);
        keeper.upkeep(vertx, new UsedKeys(database.console()), clock, opened);
        keeper.show(vertx, config, database, opened);
        NightlyCheck check = new NightlyCheck(
                sequencer::leads,
                () -> SelfCheck.run(database.console(), keys.identity().signer().verifier()),
                clock,
                registry);
        opened.every(NightlyCheck.LOOK_MILLIS, check::look);
        return keeper;
    }

    private void upkeep(Vertx vertx, UsedKeys usedKeys, InstantSource clock, Opened opened) {
        opened.every(MONTHS_MILLIS, () -> {
            if (leads()) {
                months.open(clock.instant(), Months.AHEAD)
                        .onFailure(e -> LOG.warn("the coming months of the trail cannot be made for the moment"));
                usedKeys.forget(clock.instant())
                        .onFailure(e -> LOG.warn("keys of old requests cannot be forgotten for the moment"));
            }
        });
        opened.every(
                KEYS_MILLIS,
                () -> vertx.executeBlocking(() -> {
                    keys.lookAgain();
                    return null;
                }));
    }

    /** To whoever is to know what the log said. */
    private void show(Vertx vertx, Config config, Database database, Opened opened) {
        CheckpointExport export = CheckpointExport.start(vertx, config.log(), log, sequencer::leads);
        opened.add(export::close);
        Cosigning cosigning = Cosigning.start(
                vertx,
                config.log().witnesses().stream().map(WitnessSettings::client).toList(),
                log,
                new PgCosignatures(database.console()),
                sequencer::leads);
        opened.add(cosigning::close);
    }

    /** Who signs. */
    LogKeys keys() {
        return keys;
    }

    /** The log as it is read. */
    TransparencyLog log() {
        return log;
    }

    /** The months of the trail. */
    Months months() {
        return months;
    }

    /** What gives records their places. */
    Sequencer sequencer() {
        return sequencer;
    }

    /** Whether this node is the one, as far as it knows. */
    boolean leads() {
        return sequencer.leads();
    }
}
