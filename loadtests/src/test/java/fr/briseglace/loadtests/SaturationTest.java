package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.loadtests.Saturation.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaturationTest {
    private static final Step UNLOADED = new Step(100, 100, 5);
    private static final Step FULL = new Step(1_500, 1_000, 12);

    private static Saturation ending(Step last) {
        return new Saturation(List.of(UNLOADED, FULL, last));
    }

    @Test
    void whoeverRefusesInTimeKeepsThroughputAndLatency() {
        Saturation good = ending(new Step(3_000, 900, 15));
        assertThat(good.peak()).isEqualTo(1_000);
        assertThat(good.askedEnough()).isTrue();
        assertThat(good.throughputKept()).isTrue();
        assertThat(good.latencyKept()).isTrue();
        assertThat(good.told()).contains("at 3.0 times the peak of 1000/s: 90 % of it served, p99 3.00 times");
    }

    @Test
    void throughputThatFallsIsSeen() {
        assertThat(ending(new Step(3_000, 899, 15)).throughputKept()).isFalse();
    }

    @Test
    void latencyThatGrowsIsSeen() {
        assertThat(ending(new Step(3_000, 1_000, 15.1)).latencyKept()).isFalse();
    }

    @Test
    void nothingIsKeptWhereTooLittleWasAsked() {
        Saturation little = ending(new Step(2_999, 1_000, 5));
        assertThat(little.askedEnough()).isFalse();
        assertThat(little.throughputKept()).isFalse();
        assertThat(little.latencyKept()).isFalse();
    }

    @Test
    void nothingIsKeptWhereNothingIsServed() {
        Saturation dead = ending(new Step(3_000, 0, Double.NaN));
        assertThat(dead.throughputKept()).isFalse();
        assertThat(dead.latencyKept()).isFalse();
    }
}
