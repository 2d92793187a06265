package fr.briseglace.gateway.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/**
 * All turnstiles of a node, one an event loop: what they have under way, may have under way and turn away, as metrics and
 * for what gives way to it.
 */
public final class Turnstiles {
    /** So many wait some ten milliseconds on a loop that serves more than a thousand a second. */
    private static final int CROWD = 16;

    private final List<Turnstile> loops = new CopyOnWriteArrayList<>();
    private final Map<Partition, Counter> shed = new EnumMap<>(Partition.class);

    /** None yet; shown by meters of a registry. */
    public Turnstiles(MeterRegistry registry) {
        Gauge.builder("concurrency_limit", () -> sum(Turnstile::limit))
                .description("How many requests may be under way at once")
                .register(registry);
        for (Partition partition : Partition.values()) {
            Gauge.builder("requests_in_flight", () -> sum(loop -> loop.inFlight(partition)))
                    .description("Requests under way")
                    .tag("partition", partition.word())
                    .register(registry);
            shed.put(
                    partition,
                    Counter.builder("requests_shed")
                            .description("Requests turned away because too many were under way")
                            .tag("partition", partition.word())
                            .register(registry));
        }
    }

    /** Whether accesses wait for each other on some event loop, so that what can wait should give way to them. */
    public boolean crowded() {
        return loops.stream().anyMatch(loop -> loop.inFlight(Partition.EMERGENCY) >= CROWD);
    }

    void watch(Turnstile loop) {
        loops.add(loop);
    }

    void shed(Partition partition) {
        Counter counter = shed.get(partition);
        if (counter != null) {
            counter.increment();
        }
    }

    private int sum(ToIntFunction<Turnstile> of) {
        return loops.stream().mapToInt(of).sum();
    }
}
