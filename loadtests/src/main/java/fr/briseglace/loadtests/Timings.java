package fr.briseglace.loadtests;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How long answers took, by phase of a run, for what is asserted of two phases together. */
final class Timings {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Phase> phases = new ConcurrentHashMap<>();

    private static final class Phase {
        private final Queue<Long> served = new ConcurrentLinkedQueue<>();
        private final LongAdder refused = new LongAdder();
    }

    void served(String phase, long nanos) {
        phase(phase).served.add(nanos);
    }

    void refused(String phase) {
        phase(phase).refused.increment();
    }

    /** How many requests of a phase were served. */
    int served(String phase) {
        return phase(phase).served.size();
    }

    /** How many were refused. */
    long refusals(String phase) {
        return phase(phase).refused.sum();
    }

    /** Milliseconds that {@code percent} of the served took at most; NaN where none was. */
    double millis(String phase, double percent) {
        long[] sorted =
                phase(phase).served.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.clamp(Math.ceil(sorted.length * percent / 100) - 1, 0, sorted.length - 1)]
                        / NANOS_PER_MILLI;
    }

    private Phase phase(String name) {
        return phases.computeIfAbsent(name, fresh -> new Phase());
    }
}
