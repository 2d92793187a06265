package fr.briseglace.sequence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of sequencing. */
public final class SequencerMetrics {
    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1)
    };

    private final AtomicLong size = new AtomicLong();
    private final AtomicLong leader = new AtomicLong();
    private final Timer delay;

    /** Registers {@code log_delay_seconds}, {@code log_leaves} and {@code log_leader}. */
    public SequencerMetrics(MeterRegistry registry) {
        delay = Timer.builder("log.delay")
                .description("From a record to the commit of the first checkpoint that covers it")
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
        Gauge.builder("log.leaves", size, AtomicLong::get)
                .description("Leaves of the log when this node last led")
                .strongReference(true)
                .register(registry);
        Gauge.builder("log.leader", leader, AtomicLong::get)
                .description("1 where this node sequences the log")
                .strongReference(true)
                .register(registry);
    }

    void placed(Duration age) {
        delay.record(age.isNegative() ? Duration.ZERO : age);
    }

    void size(long leaves) {
        size.set(leaves);
    }

    void leads(boolean leads) {
        leader.set(leads ? 1 : 0);
    }
}
