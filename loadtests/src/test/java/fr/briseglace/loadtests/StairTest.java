package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StairTest {
    /** 500 while it warms up, then 80 and 160. */
    private static final Stair STAIR = new Stair(100, 10, 8, 10, 20);

    private static long due(double from, double until) {
        return LongStream.range(0, 1_000)
                .filter(number -> STAIR.due(number) >= from && STAIR.due(number) < until)
                .count();
    }

    @Test
    void asManyAreDueInEachSecondAsItsRateSays() {
        assertThat(due(0, 10)).isEqualTo(500);
        assertThat(due(10, 18)).isEqualTo(80);
        assertThat(due(18, 26)).isEqualTo(160);
        assertThat(due(12, 13)).isEqualTo(10);
        assertThat(due(20, 21)).isEqualTo(20);
        assertThat(due(9, 10)).isBetween(94L, 96L);
    }

    @Test
    void nothingIsDueAfterTheEnd() {
        assertThat(STAIR.end()).isEqualTo(26);
        assertThat(STAIR.due(740)).isEqualTo(26);
        assertThat(STAIR.due(1_000_000)).isEqualTo(26);
    }

    @Test
    void eachIsDueAfterTheOneBefore() {
        for (int number = 1; number < 740; number++) {
            assertThat(STAIR.due(number)).isGreaterThan(STAIR.due(number - 1));
        }
        assertThat(STAIR.due(500)).isCloseTo(10, within(1e-9));
    }

    @Test
    void eachTimeHasItsStep() {
        assertThat(STAIR.at(0)).isEqualTo(-1);
        assertThat(STAIR.at(9.99)).isEqualTo(-1);
        assertThat(STAIR.at(10)).isZero();
        assertThat(STAIR.at(18)).isEqualTo(1);
        assertThat(STAIR.at(26)).isEqualTo(2);
        assertThat(STAIR.at(99)).isEqualTo(2);
    }
}
