package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {
    private final Timings timings = new Timings();

    @Test
    void percentilesAreOfWhatWasServedInThatPhase() {
        for (int i = 100; i >= 1; i--) {
            timings.served("a", i * 1_000_000L);
        }
        timings.served("b", 5_500_000);
        timings.refused("a");
        assertThat(timings.millis("a", 99)).isEqualTo(99);
        assertThat(timings.millis("a", 100)).isEqualTo(100);
        assertThat(timings.millis("a", 50)).isEqualTo(50);
        assertThat(timings.millis("b", 99)).isEqualTo(5.5);
        assertThat(timings.served("a")).isEqualTo(100);
        assertThat(timings.refusals("a")).isEqualTo(1);
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(timings.millis("c", 99)).isNaN();
    }
}
