package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.briseglace.access.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a store that does not answer, and who does not. */
@Timeout(60)
class StoreBreakerTest {
    private final AtomicInteger asked = new AtomicInteger();
    private boolean somebodyElseTries;
    private final StoreBreaker breaker = new StoreBreaker(Duration.ofMillis(20), () -> somebodyElseTries);

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
        while (breaker.probe(() -> Future.succeededFuture("back")).failed()) {
            assertThat(breaker.guard(this::answers).cause()).isSameAs(StoreUnavailable.KNOWN);
        }
        assertThat(breaker.away()).isFalse();
        assertThat(breaker.guard(this::answers).await()).isEqualTo("here");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whereNobodyElseTriesACallerDoes() {
        isAway(breaker.guard(StoreBreakerTest::hangs));
        while (breaker.guard(this::answers).failed()) {
            assertThat(asked).hasValue(0);
        }
        assertThat(breaker.away()).isFalse();
        assertThat(asked).hasValue(1);
    }
}
