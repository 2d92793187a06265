package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GovernorTest {
    private static final long MILLI = 1_000_000;
    private static final boolean CROWDED = true;
    private static final boolean EASY = false;
    private final Governor governor = new Governor(1_000, 0);

    @Test
    void atRestATenthOfASecondsWorthMayLeaveAtOnce() {
        assertThat(governor.allowed(3_600_000 * MILLI)).isEqualTo(100);
    }

    @Test
    void overTimeTheRateHolds() {
        assertThat(leftIn(10_000, EASY)).isBetween(9_900, 10_101);
    }

    @Test
    void crowdHalvesTheRateDownToFiftyASecond() {
        assertThat(leftIn(400, CROWDED)).isLessThan(400);
        leftIn(1_000, CROWDED);
        assertThat(leftIn(10_000, CROWDED)).isBetween(495, 505);
    }

    @Test
    void rateOfLessThanFiftyASecondDoesNotGiveWay() {
        Governor slow = new Governor(10, 0);
        slow.took(1);
        for (long tenths = 1; tenths <= 50; tenths++) {
            slow.heed(CROWDED, tenths * 100 * MILLI);
            assertThat(slow.allowed(tenths * 100 * MILLI)).isEqualTo(1);
            slow.took(1);
        }
    }

    @Test
    void fullRateComesBack() {
        leftIn(10_000, CROWDED);
        leftIn(2_000, EASY);
        assertThat(leftIn(1_000, EASY)).isBetween(950, 1_101);
    }

    @Test
    void fullRateIsBackAfterASecond() {
        leftIn(10_000, CROWDED);
        leftIn(1_000, EASY);
        assertThat(leftIn(1_000, EASY)).isBetween(990, 1_101);
    }

    private long now;

    /** How many leave in so many milliseconds, looked at each. */
    private int leftIn(int millis, boolean crowded) {
        int left = 0;
        for (int i = 0; i < millis; i++) {
            now += MILLI;
            governor.heed(crowded, now);
            int allowed = governor.allowed(now);
            governor.took(allowed);
            left += allowed;
        }
        return left;
    }
}
