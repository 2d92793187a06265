package fr.briseglace.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.gateway.overload.ConcurrencyLimit.Bounds;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyLimitTest {
    private static final Bounds BOUNDS = new Bounds(8, 64, 1_000);
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final ConcurrencyLimit limit = new ConcurrencyLimit(BOUNDS, 0);
    private long now;

    /**
     * A server that does a thing in {@code service} nanoseconds and {@code parallel} of them at once, asked as much as the
     * limit lets, or as {@code wanted}.
     *
     * @return what a thing takes at the end
     */
    private double work(long service, double parallel, int wanted, Duration during) {
        long end = now + during.toNanos();
        double takes = service;
        while (now < end) {
            int inFlight = Math.min(limit.limit(), wanted);
            takes = service * Math.max(1, inFlight / parallel);
            now += (long) (takes / inFlight);
            limit.took(now, (long) takes, inFlight);
        }
        return takes;
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "2, 40", "5, 150", "20, 80", "2, 300"})
    void whatIsSaturatedStaysBusyWithoutQueueing(long millis, double parallel) {
        work(millis * MILLI, parallel, Integer.MAX_VALUE, Duration.ofSeconds(30));

        double throughput = 0;
        double longest = 0;
        for (int i = 0; i < 50; i++) {
            double takes = work(millis * MILLI, parallel, Integer.MAX_VALUE, Duration.ofMillis(200));
            throughput += Math.min(limit.limit(), parallel) / parallel / 50;
            longest = Math.max(longest, takes);
        }
        assertThat(throughput).isGreaterThan(0.9);
        assertThat(longest).isLessThan(3.0 * millis * MILLI);
    }

    @Test
    void overloadThatLastsDoesNotWidenTheLimit() {
        work(2 * MILLI, 10, Integer.MAX_VALUE, Duration.ofSeconds(30));
        int early = limit.limit();
        work(2 * MILLI, 10, Integer.MAX_VALUE, Duration.ofMinutes(10));
        assertThat(limit.limit()).isLessThanOrEqualTo(early * 2);
    }

    @Test
    void whatTakesLongerForGoodIsGivenItsPlacesBack() {
        work(2 * MILLI, 100, Integer.MAX_VALUE, Duration.ofSeconds(30));
        work(20 * MILLI, 100, Integer.MAX_VALUE, Duration.ofSeconds(60));
        assertThat(limit.limit()).isGreaterThan(90);
    }

    @Test
    void whatTakesLongWhileLittleIsAskedCostsNoPlaces() {
        work(2 * MILLI, 10, Integer.MAX_VALUE, Duration.ofSeconds(30));
        assertThat(limit.limit()).isLessThan(BOUNDS.usual());
        for (int i = 0; i < 20; i++) {
            work(MILLI, 1_000, 2, Duration.ofSeconds(1));
            work(40 * MILLI, 1_000, 2, Duration.ofSeconds(1));
        }
        assertThat(limit.limit()).isEqualTo(BOUNDS.usual());
    }

    @Test
    void whileLittleIsAskedNothingIsLearnedOfMore() {
        work(MILLI, 1_000, 4, Duration.ofMinutes(1));
        assertThat(limit.limit()).isEqualTo(BOUNDS.usual());
    }

    @Test
    void afterAnOverloadTheLimitReturnsToTheUsual() {
        work(5 * MILLI, 4, Integer.MAX_VALUE, Duration.ofSeconds(30));
        assertThat(limit.limit()).isLessThan(BOUNDS.usual() / 2);
        work(5 * MILLI, 4, 2, Duration.ofMinutes(1));
        assertThat(limit.limit()).isEqualTo(BOUNDS.usual());
    }

    @Property
    void limitStaysWithinItsBounds(
            @ForAll @Size(max = 2_000) List<@LongRange(min = 0, max = 10_000_000_000L) Long> times,
            @ForAll @IntRange(min = 1, max = 2_000) int inFlight) {
        ConcurrencyLimit any = new ConcurrencyLimit(BOUNDS, 0);
        long time = 0;
        for (long nanos : times) {
            time += 20 * MILLI;
            any.took(time, nanos, inFlight);
            assertThat(any.limit()).isBetween(BOUNDS.least(), BOUNDS.most());
        }
    }

    @Property
    void slowerNeverMeansMore(
            @ForAll @DoubleRange(min = 8, max = 1_000) double before,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long quickest,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long slower,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long slowerYet,
            @ForAll boolean used) {
        long median = quickest + slower;
        assertThat(ConcurrencyLimit.next(before, median + slowerYet, quickest, used, BOUNDS))
                .isLessThanOrEqualTo(ConcurrencyLimit.next(before, median, quickest, used, BOUNDS));
    }

    @ParameterizedTest
    @CsvSource({"2048, 1, 128, 1024", "2048, 2, 128, 512", "2048, 16, 64, 64", "64, 16, 8, 8"})
    void loopsTogetherLeaveHalfOfTheQueueBehindThemFree(int waiting, int loops, int bearable, int most) {
        assertThat(Bounds.sharing(waiting, loops)).isEqualTo(new Bounds(bearable, bearable, most));
    }

    @Test
    void boundsAreInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(4, 3, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(4, 6, 5));
    }
}
