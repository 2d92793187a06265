package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GcraTest {
    private static final RatePolicy TEN_THEN_ONE_A_SECOND = RatePolicy.perSecond("p", 10, 1);
    private static final long SECOND = 1_000_000;
    private static final long NOW = 1_700_000_000 * SECOND;

    @Property
    void neverAdmitsMoreThanTheBurstAndTheSustainedRateSince(
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 1, max = 1000) int sustained,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 3_000_000) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 3) int cost) {
        RatePolicy policy = new RatePolicy("p", burst, sustained, Duration.ofMinutes(1));
        long now = NOW;
        long tat = 0;
        long admitted = 0;
        for (int pause : pauses) {
            now += pause;
            Gcra.Decision decision = Gcra.decide(policy, cost, now, tat);
            tat = decision.tat();
            admitted += decision.allowed() ? cost : 0;
            double owed = burst + sustained * (now - NOW) / (60.0 * SECOND);
            assertThat((double) admitted).isLessThanOrEqualTo(owed);
        }
    }

    @Property
    void theRefusedAreAdmittedAfterTheWaitTheyWereToldAndNotBefore(
            @ForAll @LongRange(min = 0, max = 60_000_000) long ahead, @ForAll @IntRange(min = 1, max = 10) int cost) {
        Gcra.Decision decision = Gcra.decide(TEN_THEN_ONE_A_SECOND, cost, NOW, NOW + ahead);
        if (!decision.allowed()) {
            long then = NOW + decision.retryAfterMicros();
            assertThat(Gcra.decide(TEN_THEN_ONE_A_SECOND, cost, then, decision.tat())
                            .allowed())
                    .isTrue();
            assertThat(Gcra.decide(TEN_THEN_ONE_A_SECOND, cost, then - 1, decision.tat())
                            .allowed())
                    .isFalse();
        }
    }

    @Property
    void whatRemainsCanBeTakenAndNotOneMore(@ForAll @LongRange(min = 0, max = 12_000_000) long ahead) {
        long tat = NOW + ahead;
        long remaining = Gcra.standing(TEN_THEN_ONE_A_SECOND, NOW, tat, tat).remaining();
        assertThat(remaining).isBetween(0L, 10L);
        if (remaining > 0) {
            assertThat(Gcra.decide(TEN_THEN_ONE_A_SECOND, remaining, NOW, tat).allowed())
                    .isTrue();
        }
        assertThat(Gcra.decide(TEN_THEN_ONE_A_SECOND, remaining + 1, NOW, tat).allowed())
                .isFalse();
    }

    @Test
    void aBurstIsAdmittedAtOnceAndThenOneForEachInterval() {
        long tat = 0;
        for (int i = 0; i < 10; i++) {
            Gcra.Decision decision = Gcra.decide(TEN_THEN_ONE_A_SECOND, 1, NOW, tat);
            assertThat(decision.allowed()).isTrue();
            tat = decision.tat();
        }
        Gcra.Decision eleventh = Gcra.decide(TEN_THEN_ONE_A_SECOND, 1, NOW, tat);
        assertThat(eleventh).isEqualTo(new Gcra.Decision(false, tat, SECOND));
        assertThat(Gcra.decide(TEN_THEN_ONE_A_SECOND, 1, NOW + SECOND, tat).allowed())
                .isTrue();
    }

    @Test
    void theSoftThresholdIsCrossedOnceAtSixtyPercent() {
        long tat = 0;
        for (int taken = 1; taken <= 10; taken++) {
            long before = Math.max(tat, NOW);
            tat = Gcra.decide(TEN_THEN_ONE_A_SECOND, 1, NOW, tat).tat();
            Gcra.Standing standing = Gcra.standing(TEN_THEN_ONE_A_SECOND, NOW, before, tat);
            assertThat(standing.soft()).isEqualTo(taken >= 6);
            assertThat(standing.turnedSoft()).isEqualTo(taken == 6);
        }
    }

    @Test
    void aDebitIsTakenWhateverIsLeft() {
        long tat = NOW + 10 * SECOND;
        assertThat(Gcra.debit(TEN_THEN_ONE_A_SECOND, 2, NOW, tat)).isEqualTo(NOW + 12 * SECOND);
        assertThat(Gcra.standing(TEN_THEN_ONE_A_SECOND, NOW, tat, NOW + 12 * SECOND)
                        .remaining())
                .isZero();
    }

    @Test
    void aSurgeMakesThePolicyTenTimesAsGenerous() {
        assertThat(TEN_THEN_ONE_A_SECOND.times(10)).isEqualTo(RatePolicy.perSecond("p", 100, 10));
    }

    @Test
    void policiesThatAdmitNothingOrCannotBeCountedAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RatePolicy.perHour("p", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RatePolicy.perHour("p", 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RatePolicy.perSecond("p", 1, 1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> RatePolicy.perHour("p", 1_000_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateCharge(TEN_THEN_ONE_A_SECOND, "key", 11));
    }
}
