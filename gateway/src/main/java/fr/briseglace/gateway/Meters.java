package fr.briseglace.gateway;

import fr.briseglace.access.Outcome;
import fr.briseglace.access.Outcome.Opened;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.AccessMode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What is counted of accesses: by mode, by outcome, by where the snapshot came from, and nothing of anybody. */
final class Meters {
    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts an answer and how long it took, token check and record included. */
    void answered(AccessMode mode, Outcome outcome, long nanos) {
        String result =
                switch (outcome) {
                    case Opened opened -> opened.source().name().toLowerCase(Locale.ROOT);
                    case Shut shut -> shut.refusal().slug();
                };
        timers.computeIfAbsent(mode.code() + ' ' + result, key -> timer(mode, outcome, result))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(AccessMode mode, Outcome outcome, String result) {
        return Timer.builder("emergency_access")
                .description("Emergency accesses, from the request's last byte to the durable record")
                .tag("mode", mode.code())
                .tag("outcome", outcome instanceof Opened ? "opened" : "refused")
                .tag("cause", result)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }
}
