package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicalDateTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024-02-03, 2024-02-03, 2024-02-03",
        "2024-02-03T23:30:00+01:00, 2024-02-03, 2024-02-03"
    })
    void aDateMeansAllDaysOfItsPrecision(String iso, LocalDate first, LocalDate last) {
        assertThat(new ClinicalDate(iso).first()).isEqualTo(first);
        assertThat(new ClinicalDate(iso).last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13", "2024-02-30", "2024/02/03", "hier", "2024-02-03 10:00"})
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinicalDate(text));
    }
}
