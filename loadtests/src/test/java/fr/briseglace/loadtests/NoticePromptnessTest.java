package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePromptnessTest {
    private static final String METRICS = """
            # HELP notice_delay_seconds From the commit of a record to the relay's acceptance of its notice
            # TYPE notice_delay_seconds histogram
            notice_delay_seconds_bucket{channel="secure-mail",le="0.5"} 90
            notice_delay_seconds_bucket{channel="secure-mail",le="1.0"} 99
            notice_delay_seconds_bucket{channel="secure-mail",le="+Inf"} 100
            notice_delay_seconds_count{channel="secure-mail"} 100
            notice_delay_seconds_sum{channel="secure-mail"} 12.5
            notice_delay_seconds_bucket{channel="email",le="1.0"} 20
            notice_delay_seconds_count{channel="email"} 20
            notice_oldest_unsent_seconds 0.25
            """;

    @Test
    void allChannelsCountTogether() {
        assertThat(NoticePromptness.of(METRICS)).isEqualTo(new NoticePromptness(120, 119, 0.25));
    }

    @Test
    void onlyWhatCameSinceCounts() {
        NoticePromptness before = new NoticePromptness(100, 80, 7);
        assertThat(NoticePromptness.of(METRICS).since(before)).isEqualTo(new NoticePromptness(20, 39, 0.25));
    }

    @ParameterizedTest
    @CsvSource({"100, 99, 0, true", "100, 98, 0, false", "0, 0, 0, false", "100, 100, 1.5, false"})
    void ninetyNineInAHundredWithinASecondAndNoneLeftIsGood(long sent, long prompt, double oldest, boolean good) {
        assertThat(new NoticePromptness(sent, prompt, oldest).good()).isEqualTo(good);
    }
}
