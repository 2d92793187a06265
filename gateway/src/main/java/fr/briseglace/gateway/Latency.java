package fr.briseglace.gateway;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long accesses take, from the histograms of their timers. */
final class Latency {
    /** Of fewer, a percentile would be about single accesses. */
    private static final long LEAST = 100;

    private Latency() {}

    /** Percentiles in milliseconds, as upper ends of the buckets they fall into; null while there are too few accesses. */
    static @Nullable JsonObject of(Collection<Timer> timers) {
        Map<Double, Double> buckets = new TreeMap<>();
        for (Timer timer : timers) {
            for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                buckets.merge(bucket.bucket(TimeUnit.MILLISECONDS), bucket.count(), Double::sum);
            }
        }
        long all = timers.stream().mapToLong(Timer::count).sum();
        return all < LEAST || buckets.isEmpty()
                ? null
                : new JsonObject()
                        .put("p50Millis", at(buckets, 0.5 * all))
                        .put("p95Millis", at(buckets, 0.95 * all))
                        .put("p99Millis", at(buckets, 0.99 * all));
    }

    /** Counts of buckets include those of the lower ones. */
    private static @Nullable Double at(Map<Double, Double> buckets, double rank) {
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() >= rank && !bucket.getKey().isInfinite()) {
                return Math.round(bucket.getKey() * 1_000) / 1_000.0;
            }
        }
        return null;
    }
}
