package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

    @ParameterizedTest
    @CsvSource({"1, 25, 50", "2, 50, 100", "3, 100, 200", "6, 800, 1600", "7, 1000, 2000", "1000, 1000, 2000"})
    void delaysDoubleUpToTheCeilingAndHalfOfThemIsChance(int failures, long least, long most) {
        assertThat(backoff.millis(failures, 0)).isEqualTo(least);
        assertThat(backoff.millis(failures, 0.999_999)).isBetween(most - 1, most);
    }

    @Test
    void aBackoffThatNeverWaitsOrShrinksIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
