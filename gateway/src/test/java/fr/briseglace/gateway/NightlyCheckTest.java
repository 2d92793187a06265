package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightlyCheckTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-25T02:05:00Z");
    private boolean leading = true;
    private Future<List<String>> answer = Future.succeededFuture(List.of("the leaf 7 is missing", "another"));
    private int checks;
    private final NightlyCheck nightly = new NightlyCheck(() -> leading, this::check, () -> now, registry);

    private Future<List<String>> check() {
        checks++;
        return answer;
    }

    private double faults() {
        return registry.get("log.faults").gauge().value();
    }

    @Test
    void checksOnceANightAndCountsFaults() {
        nightly.look();
        nightly.look();
        assertThat(checks).isOne();
        assertThat(faults()).isEqualTo(2);
        now = now.plusSeconds(86_400);
        answer = Future.succeededFuture(List.of());
        nightly.look();
        assertThat(checks).isEqualTo(2);
        assertThat(faults()).isZero();
    }

    @Test
    void doesNotCheckByDayNorWhereAnotherLeads() {
        leading = false;
        nightly.look();
        leading = true;
        now = Instant.parse("2026-11-25T12:05:00Z");
        nightly.look();
        assertThat(checks).isZero();
    }

    @Test
    void failedCheckIsTriedAgain() {
        answer = Future.failedFuture(new IllegalStateException("gone"));
        nightly.look();
        nightly.look();
        assertThat(checks).isEqualTo(2);
    }
}
