package fr.briseglace.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of notices; tags name channels and states, never persons. */
public final class NoticeMetrics {
    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofHours(1)
    };
    private static final double MILLIS_PER_SECOND = 1_000;

    private final MeterRegistry registry;
    private final MultiGauge unsent;
    private final AtomicLong oldestMillis = new AtomicLong();
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();
    private final Map<String, Counter> counts = new ConcurrentHashMap<>();

    /** Registers {@code notice_delay_seconds}, {@code notices_total}, {@code notices_unsent} and
     * {@code notice_oldest_unsent_seconds}. */
    public NoticeMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("notice.oldest.unsent", oldestMillis, millis -> millis.get() / MILLIS_PER_SECOND)
                .description("Age of the oldest notice that could be sent and was not")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
        this.unsent = MultiGauge.builder("notices.unsent")
                .description("Notices that have not left; parked ones need somebody to look")
                .register(registry);
    }

    /** Counts an outcome; for a sending, also the time from the record to the relay's acceptance. */
    void ended(Outcome outcome, Duration sinceClaim) {
        String channel = outcome.notice().channel().code();
        switch (outcome) {
            case Outcome.Sent sent -> {
                delay(channel).record(sent.notice().age().plus(sinceClaim));
                count(channel, "sent");
            }
            case Outcome.Retry retry -> count(channel, "retried");
            case Outcome.Parked parked -> count(channel, "parked");
        }
    }

    /** Takes what was measured; nothing unsent counts as no age. */
    void oldest(Optional<Duration> age) {
        oldestMillis.set(age.map(Duration::toMillis).orElse(0L));
    }

    /** Takes what has not left, by channel and state. */
    void unsent(List<Outbox.Unsent> found) {
        unsent.register(
                found.stream()
                        .map(one -> MultiGauge.Row.of(
                                Tags.of("channel", one.channel().code(), "state", one.state()), one.count()))
                        .toList(),
                true);
    }

    private Timer delay(String channel) {
        return delays.computeIfAbsent(channel, name -> Timer.builder("notice.delay")
                .description("From the commit of a record to the relay's acceptance of its notice")
                .tag("channel", name)
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry));
    }

    private void count(String channel, String state) {
        counts.computeIfAbsent(channel + ' ' + state, both -> Counter.builder("notices")
                        .description("Attempts at notices by what came of them")
                        .tag("channel", channel)
                        .tag("state", state)
                        .register(registry))
                .increment();
    }
}
