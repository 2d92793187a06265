package fr.briseglace.sequence;

import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How many records a second get their place in the log, the store beside it on the same machine; to be run by hand, with
 * the number of records as its argument.
 */
public final class SequencerBench {
    private static final int AT_ONCE = 5_000;

    private SequencerBench() {}

    private static final LogIdentity BENCH =
            new LogIdentity(Keys.signer("log.example/bench", KeyAlgorithm.ED25519), List.of());

    /** Prints one line. */
    public static void main(String[] arguments) throws Exception {
        int records = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx();
        LogTrail trail = new LogTrail(vertx, TestPostgres.fresh());
        for (int i = 0; i < records; i += AT_ONCE) {
            trail.record(Math.min(AT_ONCE, records - i));
        }
        long begun = System.nanoTime();
        Sequencer.start(
                vertx,
                trail::connect,
                () -> BENCH,
                Tempo.DEFAULT,
                InstantSource.system(),
                new SequencerMetrics(new SimpleMeterRegistry()));
        while (trail.run("select size from sequencing").iterator().next().getLong(0) < records) {
            LockSupport.parkNanos(20_000_000);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%,d leaves in %.1f s: %,.0f leaves/s%n", records, seconds, records / seconds);
        System.exit(0);
    }
}
