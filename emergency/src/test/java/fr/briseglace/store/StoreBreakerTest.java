package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.access.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a store that does not answer, and who does not. */
@Timeout(60)
class StoreBreakerTest {
    /** After that it is tried again. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1) + 1;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private boolean somebodyElseTries;
    private final StoreBreaker breaker = new StoreBreaker(Duration.ofMillis(20), () -> somebodyElseTries, nanos::get);

    private static Future<String> hangs() {
        return Promise.<String>promise().future();
    }

    private static Future<String> fails() {
        return Future.failedFuture(new IOException("away"));
    }

    private Future<String> answers() {
        asked.incrementAndGet();
        return Future.succeededFuture("here");
    }

    private static void isAway(Future<String> call) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(call::await);
    }

    @Test
    void onceItHungNobodyElseWaitsForIt() {
        isAway(breaker.guard(StoreBreakerTest::hangs));
        assertThat(breaker.away()).isTrue();
        assertThat(breaker.guard(this::answers).cause()).isSameAs(StoreUnavailable.KNOWN);
        assertThat(asked).hasValue(0);
    }

    @Test
    void oneFailureAmongManyIsNoOutage() {
        isAway(breaker.guard(StoreBreakerTest::fails));
        assertThat(breaker.away()).isFalse();
        assertThat(breaker.guard(this::answers).await()).isEqualTo("here");
    }

    @Test
    void whileSomebodyElseTriesNobodyIsMadeToWait() {
        isAway(breaker.guard(StoreBreakerTest::hangs));
        somebodyElseTries = true;
        nanos.addAndGet(PAUSE);
        assertThat(breaker.guard(this::answers).cause()).isSameAs(StoreUnavailable.KNOWN);
        assertThat(breaker.probe(() -> Future.succeededFuture("back")).await()).isEqualTo("back");
        assertThat(breaker.away()).isFalse();
        assertThat(breaker.guard(this::answers).await()).isEqualTo("here");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whereNobodyElseTriesACallerDoesAfterASecondWhateverTheTimeOfDay() {
        isAway(breaker.guard(StoreBreakerTest::hangs));
        nanos.addAndGet(PAUSE - 1);
        assertThat(breaker.guard(this::answers).failed()).isTrue();
        nanos.incrementAndGet();
        assertThat(breaker.guard(this::answers).await()).isEqualTo("here");
        assertThat(breaker.away()).isFalse();
        assertThat(asked).hasValue(1);
    }
}
