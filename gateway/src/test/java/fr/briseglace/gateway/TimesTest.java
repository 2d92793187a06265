package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-01T00:00:00.000Z",
        "2026-03-01T12:34:56.7Z, 2026-03-01T12:34:56.700Z",
        "2026-03-01T12:34:56.123999999Z, 2026-03-01T12:34:56.123Z",
        "2026-03-01T01:34:56+02:00, 2026-02-28T23:34:56.000Z"
    })
    void timesAreInUtcWithMilliseconds(Instant time, String text) {
        assertThat(Times.text(time)).isEqualTo(text);
    }

    @Test
    void noTimeIsNoText() {
        assertThat(Times.textOrNull(null)).isNull();
        assertThat(Times.textOrNull(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    }
}
