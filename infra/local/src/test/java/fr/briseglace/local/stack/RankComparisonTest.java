package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankComparisonTest {
    private static long[] sample(int seed, long shift) {
        return new Random(seed)
                .longs(2_000, 0, 1_000)
                .map(value -> value + shift)
                .toArray();
    }

    @Test
    void alikeSamplesSayNothing() {
        RankComparison alike = RankComparison.of(sample(1, 0), sample(2, 0));
        assertThat(alike.area()).isCloseTo(0.5, within(0.03));
        assertThat(alike.deviations()).isBetween(-3.0, 3.0);
        assertThat(RankComparison.of(sample(1, 0), sample(1, 0)).area()).isEqualTo(0.5);
    }

    @Test
    void shiftIsSeenInItsDirection() {
        assertThat(RankComparison.of(sample(1, 0), sample(2, 50)).deviations()).isGreaterThan(4);
        assertThat(RankComparison.of(sample(1, 50), sample(2, 0)).deviations()).isLessThan(-4);
        assertThat(RankComparison.of(new long[] {1, 2}, new long[] {3, 4}).area())
                .isEqualTo(1);
        assertThat(RankComparison.of(new long[] {3, 4}, new long[] {1, 2}).area())
                .isZero();
    }

    @Test
    void percentilesAreOfTheSample() {
        assertThat(RankComparison.percentile(new long[] {3, 1, 2}, 50)).isEqualTo(2);
        assertThat(RankComparison.percentile(new long[] {3, 1, 2}, 99)).isEqualTo(3);
    }
}
