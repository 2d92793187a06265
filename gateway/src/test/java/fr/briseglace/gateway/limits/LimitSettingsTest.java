package fr.briseglace.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitSettingsTest {
    /** The table "Rate limits" of the rules. */
    @ParameterizedTest
    @CsvSource({
        "access-professional, 30, 60, PT1H",
        "access-structure, 200, 1200, PT1H",
        "access-patient, 10, 20, PT1H",
        "search-professional, 10, 60, PT1H",
        "search-break-glass, 3, 10, PT1H",
        "documents, 50, 300, PT1H",
        "anonymous, 50, 10, PT1S"
    })
    void usualLimitsAreThoseOfTheRules(String name, long burst, long sustained, Duration period) {
        assertThat(LimitSettings.USUAL.policies().values())
                .hasSize(7)
                .filteredOn(policy -> policy.name().equals(name))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.burst()).isEqualTo(burst);
                    assertThat(policy.sustained()).isEqualTo(sustained);
                    assertThat(policy.period()).isEqualTo(period);
                });
    }
}
