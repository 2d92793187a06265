package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;

import fr.briseglace.cache.CacheMetrics;
import fr.briseglace.cache.Cached;
import fr.briseglace.cache.LinkMetrics;
import fr.briseglace.cache.LinkOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of the cache: where snapshots were found, and how Redis answers. */
final class CacheMeters implements CacheMetrics, LinkMetrics {
    private final Map<Cached.Source, Counter> found = new EnumMap<>(Cached.Source.class);
    private final Map<LinkOutcome, Timer> calls = new EnumMap<>(LinkOutcome.class);
    private final Counter unreadable;
    private final AtomicInteger connections = new AtomicInteger();

    CacheMeters(MeterRegistry registry) {
        for (Cached.Source source : Cached.Source.values()) {
            found.put(
                    source,
                    Counter.builder("snapshots_found")
                            .description("Snapshots, by the tier that had them")
                            .tag("tier", word(source))
                            .register(registry));
        }
        for (LinkOutcome outcome : LinkOutcome.values()) {
            calls.put(
                    outcome,
                    Timer.builder("redis_calls")
                            .description("Calls to Redis, by how they ended; a call may carry several requests")
                            .tag("outcome", word(outcome))
                            .register(registry));
        }
        unreadable = Counter.builder("snapshots_unreadable")
                .description("Values in Redis that did not open under their name, or were of another version")
                .register(registry);
        Gauge.builder("redis_connections", connections, AtomicInteger::get)
                .description("Event loops that hold a connection to Redis")
                .register(registry);
    }

    @Override
    public void found(Cached.Source source) {
        requireNonNull(found.get(source)).increment();
    }

    @Override
    public void unreadable() {
        unreadable.increment();
    }

    @Override
    public void called(LinkOutcome outcome, long nanos) {
        requireNonNull(calls.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void connected() {
        connections.incrementAndGet();
    }

    @Override
    public void disconnected() {
        connections.decrementAndGet();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
