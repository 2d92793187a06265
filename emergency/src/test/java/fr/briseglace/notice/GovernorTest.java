package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GovernorTest {
    private static final long MILLI = 1_000_000;
    private static final Duration LATE = Duration.ofMillis(50);
    private final Governor governor = new Governor(1_000, Duration.ofMillis(20), 0);

    @Test
    void atRestATenthOfASecondsWorthMayLeaveAtOnce() {
        assertThat(governor.allowed(3_600_000 * MILLI)).isEqualTo(100);
    }

    @Test
    void overTimeTheRateHolds() {
        assertThat(leftIn(10_000, Duration.ZERO)).isBetween(9_900, 10_101);
    }

    @Test
    void lateLoopsHalveTheRateDownToATenth() {
        assertThat(leftIn(400, LATE)).isLessThan(400);
        assertThat(leftIn(10_000, LATE)).isBetween(900, 1_200);
    }

    @Test
    void punctualLoopsGetTheFullRateBack() {
        leftIn(10_000, LATE);
        leftIn(2_000, Duration.ZERO);
        assertThat(leftIn(1_000, Duration.ZERO)).isBetween(950, 1_101);
    }

    @Test
    void whoIsPunctualForASecondHasTheFullRateAgain() {
        leftIn(10_000, LATE);
        leftIn(1_000, Duration.ZERO);
        assertThat(leftIn(1_000, Duration.ZERO)).isBetween(990, 1_101);
    }

    private long now;

    /** How many leave in so many milliseconds, looked at each. */
    private int leftIn(int millis, Duration late) {
        int left = 0;
        for (int i = 0; i < millis; i++) {
            now += MILLI;
            governor.heed(late, now);
            int allowed = governor.allowed(now);
            governor.took(allowed);
            left += allowed;
        }
        return left;
    }
}
