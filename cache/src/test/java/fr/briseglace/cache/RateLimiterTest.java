package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final RatePolicy TEN = RatePolicy.perHour("ten", 10, 1);
    private static final RatePolicy TWO = RatePolicy.perHour("two", 2, 1);

    private final Vertx vertx = LocalRedis.oneLoop();
    private final LocalRedis redis = new LocalRedis();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final RedisLink link = RedisLink.create(vertx, redis.options(), metrics);
    private final RateLimiter limiter = new RateLimiter(link, 1000, RateLimiterTest::micros);

    @BeforeEach
    void open() throws InterruptedException {
        assertThat(Results.of(link.open())).isTrue();
        metrics.awaitConnected();
    }

    @AfterEach
    void close() {
        Results.of(link.close());
        redis.close();
        Results.of(vertx.close());
    }

    @Test
    void aRequestIsChargedToAllItsPoliciesOrToNone() {
        assertThat(charge(ten(1), two(2))).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(charge(ten(1), two(1))).isInstanceOfSatisfying(RateVerdict.Limited.class, limited -> {
            assertThat(limited.policy()).isEqualTo(TWO);
            assertThat(limited.retryAfterMicros()).isBetween(1L, TWO.intervalMicros());
        });
        assertThat(remaining(charge(ten(1)))).containsExactly(8L);
    }

    @Test
    void redisIsNotAskedAgainOfThoseItSaidAreOverALimit() {
        RateLimiter other = new RateLimiter(link, 1000, RateLimiterTest::micros);
        charge(two(2));
        RateVerdict asked = Results.of(other.charge(List.of(two(1))));
        assertThat(asked).isInstanceOf(RateVerdict.Limited.class);
        assertThat(asked.local()).isFalse();

        RateVerdict known = Results.of(other.charge(List.of(ten(1), two(1))));
        assertThat(known).isInstanceOfSatisfying(RateVerdict.Limited.class, limited -> {
            assertThat(limited.policy()).isEqualTo(TWO);
            assertThat(limited.retryAfterMicros()).isBetween(1L, TWO.intervalMicros());
        });
        assertThat(known.local()).isTrue();
        assertThat(remaining(charge(ten(1)))).containsExactly(9L);
    }

    @Test
    void manyAtOnceAreAdmittedNoFurtherThanTheBurst() {
        List<Future<RateVerdict>> verdicts = IntStream.range(0, 50)
                .mapToObj(i -> limiter.charge(List.of(ten(1))))
                .toList();
        Results.of(Future.all(verdicts));
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.result() instanceof RateVerdict.Admitted)
                .hasSize(10);
    }

    @Test
    void whatArrivesInOneTurnOfALoopLeavesInOneCommand() {
        charge(two(1));
        int before = metrics.outcomes().size();
        Promise<List<RateVerdict>> all = Promise.promise();
        vertx.runOnContext(turn -> Future.all(IntStream.range(0, 15)
                        .mapToObj(i -> limiter.charge(i % 5 == 0 ? List.of(ten(1), two(1)) : List.of(ten(1))))
                        .toList())
                .map(done -> done.<RateVerdict>list())
                .onComplete(all));

        List<RateVerdict> verdicts = Results.of(all.future());
        // The first of them takes the last of two; the sixth and eleventh are refused, and leave ten to others.
        assertThat(IntStream.range(0, 15)
                        .filter(i -> verdicts.get(i) instanceof RateVerdict.Admitted)
                        .boxed())
                .containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9, 11);
        assertThat(metrics.outcomes().size() - before).isEqualTo(1);
    }

    @Test
    void twoNodesShareOneLimit() {
        RateLimiter other = new RateLimiter(link, 1000, RateLimiterTest::micros);
        Results.of(other.charge(List.of(ten(7))));
        assertThat(remaining(charge(ten(1)))).containsExactly(2L);
    }

    @Test
    void aDebitIsTakenEvenWhereNothingIsLeft() {
        charge(two(2));
        assertThat(Results.of(limiter.debit(List.of(two(2))))).isInstanceOf(RateVerdict.Admitted.class);
        assertThat(charge(two(2)))
                .isInstanceOfSatisfying(RateVerdict.Limited.class, limited -> assertThat(limited.retryAfterMicros())
                        .isGreaterThan(3 * TWO.intervalMicros()));
    }

    @Test
    void crossingTheSoftThresholdIsReportedOnce() {
        assertThat(charge(ten(5)).turnedSoft()).isEmpty();
        assertThat(charge(ten(1)).turnedSoft()).containsExactly(TEN);
        assertThat(charge(ten(1)).turnedSoft()).isEmpty();
    }

    @Test
    void aForgottenScriptIsSentAgain() {
        charge(ten(1));
        Results.of(link.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));
        assertThat(charge(ten(1)).local()).isFalse();
        assertThat(metrics.outcomes()).contains(LinkOutcome.REFUSED);
    }

    @Test
    void withoutRedisTheNodeGoesOnFromWhatItSaw() throws InterruptedException {
        charge(ten(7), two(2));
        redis.stop();
        metrics.awaitDisconnected();

        RateVerdict alone = charge(ten(1));
        assertThat(alone.local()).isTrue();
        assertThat(remaining(alone)).containsExactly(2L);
        assertThat(charge(ten(1), two(1))).isInstanceOf(RateVerdict.Limited.class);
        assertThat(Results.of(limiter.debit(List.of(ten(1)))).local()).isTrue();

        redis.startAgain();
        metrics.awaitConnected();
        assertThat(charge(ten(1)).local()).isFalse();
    }

    private RateVerdict charge(RateCharge... charges) {
        return Results.of(limiter.charge(List.of(charges)));
    }

    private static RateCharge ten(long cost) {
        return new RateCharge(TEN, "rate:ten", cost);
    }

    private static RateCharge two(long cost) {
        return new RateCharge(TWO, "rate:two", cost);
    }

    private static List<Long> remaining(RateVerdict verdict) {
        return verdict.standings().stream().map(Gcra.Standing::remaining).toList();
    }

    private static long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }
}
