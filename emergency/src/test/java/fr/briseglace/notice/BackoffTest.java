package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "10, 256000", "11, 450000", "1000000, 450000"})
    void boundDoublesWithEachAttemptUpToTheCap(int attempt, long halfMillis) {
        assertThat(BACKOFF.delay(attempt, 0.5)).isEqualTo(Duration.ofMillis(halfMillis));
    }

    @Property
    void delayIsSpreadOverTheWholeBound(
            @ForAll @IntRange(min = 1) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration bound = BACKOFF.delay(attempt, Math.nextDown(1.0)).plusMillis(1);
        assertThat(BACKOFF.delay(attempt, random)).isBetween(Duration.ZERO, bound);
        assertThat(BACKOFF.delay(attempt, 0)).isZero();
        assertThat(bound).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void noticeIsGivenUpAfterADay() {
        assertThat(BACKOFF.spent(100, Duration.ofHours(24).minusMillis(1))).isFalse();
        assertThat(BACKOFF.spent(100, Duration.ofHours(24))).isTrue();
    }

    @Test
    void noticeThatBecameDueLateIsNotGivenUpAtItsFirstFailure() {
        assertThat(BACKOFF.spent(11, Duration.ofDays(30))).isFalse();
        assertThat(BACKOFF.spent(12, Duration.ofDays(30))).isTrue();
    }

    @Test
    void nonsenseIsRefusedAtBirth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.delay(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.delay(1, 1));
    }
}
