package fr.briseglace.local.redis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.LinkMetrics;
import fr.briseglace.cache.LinkOptions;
import fr.briseglace.cache.LinkOutcome;
import fr.briseglace.cache.RateCharge;
import fr.briseglace.cache.RateLimiter;
import fr.briseglace.cache.RatePolicy;
import fr.briseglace.cache.RateVerdict;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.local.Loopback;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to Redis, to a cluster of six real servers. */
class RedisClusterTest {
    /** Long enough for a busy machine: what these tests look at is not time. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private static final long LIMIT_SECONDS = 40;
    private static final int CALLERS = 60;
    private static final RatePolicy FEW = RatePolicy.perHour("few", 3, 1);
    private static final RatePolicy MANY = RatePolicy.perHour("many", 100, 1);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Semaphore connected = new Semaphore(0);
    private final Semaphore disconnected = new Semaphore(0);
    private final LinkMetrics metrics = new LinkMetrics() {
        @Override
        public void called(LinkOutcome outcome, long nanos) {}

        @Override
        public void connected() {
            connected.release();
        }

        @Override
        public void disconnected() {
            disconnected.release();
        }
    };
    private final LocalRedisCluster cluster;
    private final RedisLink link;

    RedisClusterTest(@TempDir Path home) throws IOException {
        cluster = LocalRedisCluster.start(home);
        // The first that is asked is away.
        List<String> some = List.of(
                "redis://" + Loopback.HOST + ":" + Loopback.port(0),
                cluster.uris().get(1));
        link = RedisLink.create(
                vertx,
                new LinkOptions(some, true, BUDGET, BUDGET, Duration.ofMillis(5), Duration.ofMillis(100)),
                metrics);
    }

    @BeforeEach
    void open() {
        assertThat(result(link.open())).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        link.close().await();
        vertx.close().await();
        cluster.close();
    }

    @Test
    void whatIsLaidDownIsFoundWhicheverServerHoldsIt() {
        layDownAndFind();
    }

    private void layDownAndFind() {
        for (String key : keys()) {
            send(Request.cmd(Command.SET).arg(key).arg("of " + key));
        }
        for (String key : keys()) {
            assertThat(send(Request.cmd(Command.GET).arg(key))).hasToString("of " + key);
            send(Request.cmd(Command.DEL).arg(key));
            assertThat(send(Request.cmd(Command.GET).arg(key))).isNull();
        }
    }

    @Test
    void requestsOfManyCallersAreChargedInOnePlace() {
        RateLimiter limiter = limiter();
        List<Future<RateVerdict>> verdicts = IntStream.range(0, CALLERS)
                .mapToObj(i ->
                        limiter.charge(List.of(new RateCharge(FEW, "few:" + i, 1), new RateCharge(MANY, "many", 1))))
                .toList();
        for (Future<RateVerdict> verdict : verdicts) {
            assertThat(result(verdict)).isInstanceOf(RateVerdict.Admitted.class).matches(each -> !each.local());
        }
        assertThat(result(limiter.charge(List.of(new RateCharge(MANY, "many", MANY.burst() - CALLERS + 1)))))
                .isInstanceOf(RateVerdict.Limited.class);
    }

    /** As when a cluster grows: no server is lost, and nothing is answered from here meanwhile. */
    @Test
    void whatMovesToAnotherServerIsFollowedThere() throws IOException {
        RateLimiter limiter = limiter();
        for (int use = 0; use < 2; use++) {
            assertThat(result(limiter.charge(List.of(new RateCharge(FEW, "one", 1))))
                            .local())
                    .isFalse();
        }
        send(Request.cmd(Command.SET).arg("key").arg("of key"));
        cluster.move("any{rates}", (cluster.holder("any{rates}") + 1) % 3);
        cluster.move("key", (cluster.holder("key") + 1) % 3);

        assertThat(send(Request.cmd(Command.GET).arg("key"))).hasToString("of key");
        assertThat(result(limiter.charge(List.of(new RateCharge(FEW, "one", 1)))))
                .isInstanceOf(RateVerdict.Admitted.class)
                .matches(verdict -> !verdict.local());
        RateLimiter another = limiter();
        assertThat(result(another.charge(List.of(new RateCharge(FEW, "one", 1)))))
                .as("what was used before the move counts after it, for those as well who did not see it used")
                .isInstanceOf(RateVerdict.Limited.class)
                .matches(verdict -> !verdict.local());
        layDownAndFind();
        assertThat(disconnected.availablePermits()).isZero();
    }

    @Test
    void placeOfAMasterThatDiedIsTakenByItsReplica() throws Exception {
        RateLimiter limiter = limiter();
        connected.drainPermits();
        int place = cluster.holder("any{rates}");
        cluster.process(place).destroyForcibly();
        assertThat(disconnected.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(result(limiter.charge(List.of(new RateCharge(FEW, "one", 1))))
                        .local())
                .isTrue();

        assertThat(connected.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(result(limiter.charge(List.of(new RateCharge(FEW, "one", 1))))
                        .local())
                .isFalse();
        layDownAndFind();
    }

    private RateLimiter limiter() {
        return new RateLimiter(link, CALLERS, () -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    /** So many that each server holds some. */
    private static List<String> keys() {
        return IntStream.range(0, 30).mapToObj(i -> "key " + i).toList();
    }

    private @Nullable Response send(Request request) {
        return result(link.send(request));
    }

    private static <T extends @Nullable Object> T result(Future<T> future) {
        try {
            return future.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("no result", late);
        }
    }
}
