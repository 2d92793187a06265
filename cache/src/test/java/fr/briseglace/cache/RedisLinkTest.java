package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLinkTest {
    private final Vertx vertx = Vertx.vertx();
    private final LocalRedis redis = new LocalRedis();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final RedisLink link = RedisLink.create(vertx, redis.options(), metrics);

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
    void aCommandIsAnswered() {
        Results.of(set("a", "1"));
        assertThat(get("a")).isEqualTo("1");
        assertThat(get("b")).isNull();
    }

    @Test
    void anErrorOfRedisReachesTheCallerAndCostsNoConnection() {
        Results.of(set("a", "not a number"));
        assertThat(Results.failureOf(link.send(Request.cmd(Command.INCR).arg("a"))))
                .hasMessageContaining("not an integer");
        assertThat(get("a")).isEqualTo("not a number");
        assertThat(metrics.outcomes()).containsExactly(LinkOutcome.ANSWERED, LinkOutcome.REFUSED, LinkOutcome.ANSWERED);
    }

    @Test
    void eachEventLoopHasOneConnectionOfItsOwn() {
        List<Context> loops =
                IntStream.range(0, 3).mapToObj(i -> vertx.getOrCreateContext()).toList();
        for (Context loop : loops) {
            assertThat(Results.of(on(loop, link::open))).isTrue();
            Results.of(on(loop, () -> set("a", "1")));
        }
        long threads = loops.stream()
                .map(loop -> Results.of(on(loop, () -> Future.succeededFuture(Thread.currentThread()))))
                .distinct()
                .count();
        assertThat((long) link.connections()).isBetween(threads, threads + 1);
    }

    @Test
    void theAnswerArrivesOnTheCallersContext() {
        Context caller = vertx.getOrCreateContext();
        Context answered = Results.of(
                on(caller, () -> link.open().compose(opened -> set("a", "1")).map(stored -> Vertx.currentContext())));
        assertThat(answered).isEqualTo(caller);
    }

    @Test
    void whileRedisIsAwayCommandsFailAtOnceAndTheConnectionComesBackByItself() throws InterruptedException {
        redis.stop();
        metrics.awaitDisconnected();

        assertThat(Results.failureOf(set("a", "1"))).isInstanceOfSatisfying(RedisUnavailable.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(LinkOutcome.NOT_CONNECTED);
            assertThat(failure.getStackTrace()).isEmpty();
        });

        redis.startAgain();
        metrics.awaitConnected();
        Results.of(set("a", "2"));
        assertThat(get("a")).isEqualTo("2");
    }

    @Test
    void aLoopOpenedWhileRedisIsAwayConnectsLater() throws InterruptedException {
        redis.stop();
        metrics.awaitDisconnected();
        RecordingMetrics others = new RecordingMetrics();
        RedisLink other = RedisLink.create(vertx, redis.options(), others);
        assertThat(Results.of(other.open())).isFalse();

        redis.startAgain();
        others.awaitConnected();
        assertThat(other.connections()).isOne();
        Results.of(other.close());
    }

    @Test
    void aClosedLinkAnswersNothingAndStaysClosed() {
        Results.of(link.close());
        assertThat(Results.failureOf(set("a", "1"))).isInstanceOf(RedisUnavailable.class);
        assertThat(link.connections()).isZero();
    }

    private Future<@Nullable Response> set(String key, String value) {
        return link.send(Request.cmd(Command.SET).arg(key).arg(value));
    }

    private @Nullable String get(String key) {
        Response reply = Results.of(link.send(Request.cmd(Command.GET).arg(key)));
        return reply == null ? null : reply.toString();
    }

    private static <T extends @Nullable Object> Future<T> on(Context context, Callable<Future<T>> call) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(v -> {
            try {
                call.call().onComplete(promise);
            } catch (Exception e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }
}
