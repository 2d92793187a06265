package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraseTest {
    private static final Instant NOW = Instant.parse("2036-02-29T12:00:00Z");

    @Test
    void whatIsOlderThanTheRetentionIsErased() {
        assertThat(Erase.order(Period.ofYears(10), NOW, "file", "exploitation").before())
                .isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
    }

    @Test
    void oneAccessIsErasedWhateverItsAge() {
        UUID access = UUID.randomUUID();
        assertThat(Erase.order(Period.ofYears(10), NOW, "file", "dpo", access.toString(), "décision"))
                .satisfies(order -> assertThat(order.access()).isEqualTo(access))
                .satisfies(order -> assertThat(order.before()).isEqualTo(NOW));
    }

    @Test
    void orderOfNobodyOrForNoReasonIsNone() {
        for (String[] wrong : new String[][] {
            {"file", " "},
            {"file", "dpo", "access", "why"},
            {"file", "dpo", UUID.randomUUID().toString(), ""}
        }) {
            assertThatThrownBy(() -> Erase.order(Period.ofYears(10), NOW, wrong))
                    .isInstanceOf(ConfigException.class);
        }
    }
}
