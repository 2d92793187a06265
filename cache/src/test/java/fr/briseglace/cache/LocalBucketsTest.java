package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
    private static final long NOW = 1_700_000_000_000_000L;
    private static final RatePolicy WIDE = RatePolicy.perHour("wide", 100, 60);
    private static final RatePolicy NARROW = RatePolicy.perHour("narrow", 2, 60);

    private final LocalBuckets buckets = new LocalBuckets(1000);

    @Test
    void aRefusalByOnePolicyIsChargedToNone() {
        List<RateCharge> both = List.of(new RateCharge(WIDE, "w", 1), new RateCharge(NARROW, "n", 1));
        buckets.charge(both, NOW);
        buckets.charge(both, NOW);

        RateVerdict third = buckets.charge(both, NOW);
        assertThat(third).isInstanceOfSatisfying(RateVerdict.Limited.class, limited -> {
            assertThat(limited.policy()).isEqualTo(NARROW);
            assertThat(limited.retryAfterMicros()).isEqualTo(60_000_000);
            assertThat(limited.local()).isTrue();
        });
        assertThat(third.standings()).extracting(Gcra.Standing::remaining).containsExactly(98L, 0L);
        RateVerdict wideAlone = buckets.charge(List.of(new RateCharge(WIDE, "w", 1)), NOW);
        assertThat(wideAlone.standings()).extracting(Gcra.Standing::remaining).containsExactly(97L);
    }

    @Test
    void manyThreadsTogetherTakeNoMoreThanTheBurst() {
        AtomicInteger admitted = new AtomicInteger();
        List<RateCharge> charges = List.of(new RateCharge(WIDE, "w", 1));
        IntStream.range(0, 2000).parallel().forEach(i -> {
            if (buckets.charge(charges, NOW) instanceof RateVerdict.Admitted) {
                admitted.incrementAndGet();
            }
        });
        assertThat(admitted).hasValue(100);
    }

    @Test
    void lookingTakesNothing() {
        List<RateCharge> charges = List.of(new RateCharge(NARROW, "n", 2));
        assertThat(buckets.look(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(buckets.charge(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(buckets.look(charges, NOW)).isInstanceOf(RateVerdict.Limited.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        List<RateCharge> charges = List.of(new RateCharge(NARROW, "n", 2));
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.charge(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
            buckets.giveBack(charges.getFirst());
        }
        assertThat(buckets.charge(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(buckets.charge(charges, NOW)).isInstanceOf(RateVerdict.Limited.class);
    }

    @Test
    void whatRedisDecidedIsRemembered() {
        buckets.learn("n", NOW + 120_000_000);
        assertThat(buckets.charge(List.of(new RateCharge(NARROW, "n", 1)), NOW))
                .isInstanceOf(RateVerdict.Limited.class);
    }

    @Test
    void aDebitGoesPastTheLimit() {
        List<RateCharge> charges = List.of(new RateCharge(NARROW, "n", 2));
        assertThat(buckets.debit(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(buckets.debit(charges, NOW)).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(buckets.charge(charges, NOW))
                .isInstanceOfSatisfying(RateVerdict.Limited.class, limited -> assertThat(limited.retryAfterMicros())
                        .isEqualTo(4 * 60_000_000L));
    }
}
