package fr.briseglace.gateway;

import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.AccessMode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is counted of accesses: by mode, by outcome, by where the snapshot came from, and nothing of anybody. */
final class Meters {
    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts an answer and how long it took, token check and record included. */
    void answered(AccessMode mode, Outcome<Opened> outcome, long nanos) {
        String result =
                switch (outcome) {
                    case Given<Opened> given ->
                        given.value().found().source().name().toLowerCase(Locale.ROOT);
                    case Shut<Opened> shut -> shut.refusal().slug();
                    case Ended<Opened> ended -> "ended";
                    case Missing<Opened> missing -> "missing";
                    case KeyMismatch<Opened> mismatch -> "key-mismatch";
                };
        timers.computeIfAbsent(mode.code() + ' ' + result, key -> timer(mode, outcome, result))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** How long accesses take that are answered; null while there are too few. */
    @Nullable
    JsonObject latency() {
        return Latency.of(timers.values().stream()
                .filter(timer -> "opened".equals(timer.getId().getTag("outcome")))
                .toList());
    }

    private Timer timer(AccessMode mode, Outcome<Opened> outcome, String result) {
        return Timer.builder("emergency_access")
                .description("Emergency accesses, from the request's last byte to the durable record")
                .tag("mode", mode.code())
                .tag("outcome", outcome instanceof Given<Opened> ? "opened" : "refused")
                .tag("cause", result)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500_000))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }
}
