package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MisbehavingRedisTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final String PUSH = ">2\r\n" + FakeRedis.bulk("invalidate") + "*1\r\n" + FakeRedis.bulk("x");

    private final Vertx vertx = Vertx.vertx();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final AtomicLong nanos = new AtomicLong();

    private final List<RedisLink> links = new ArrayList<>();

    @AfterEach
    void close() {
        links.forEach(link -> Results.of(link.close()));
        Results.of(vertx.close());
    }

    @Test
    void aPushBeforeAReplyNeverMakesOneKeyAnswerForAnother() throws InterruptedException {
        AtomicBoolean pushed = new AtomicBoolean();
        RedisLink link = link(PATIENT, command -> {
            String own = FakeRedis.bulk("value of " + command.get(1));
            return pushed.compareAndSet(false, true) ? PUSH + own : own;
        });

        List<Future<@Nullable Response>> replies =
                IntStream.range(0, 20).mapToObj(i -> get(link, "k" + i)).toList();
        Results.of(Future.join(replies).otherwiseEmpty());
        for (int i = 0; i < replies.size(); i++) {
            Response reply = replies.get(i).result();
            assertThat(reply == null ? "none" : reply.toString()).isIn("none", "value of k" + i);
        }
        assertThat(replies.get(0).failed()).isTrue();

        metrics.awaitDisconnected();
        metrics.awaitConnected();
        assertThat(Results.of(get(link, "again"))).hasToString("value of again");
    }

    @Test
    void aPushOutOfTheBlueCostsTheConnectionAndNothingElse() throws InterruptedException {
        AtomicBoolean pushed = new AtomicBoolean();
        RedisLink link = link(PATIENT, command -> {
            String own = FakeRedis.bulk("value of " + command.get(1));
            return pushed.compareAndSet(false, true) ? own + PUSH : own;
        });

        assertThat(Results.of(get(link, "a"))).hasToString("value of a");
        metrics.awaitDisconnected();
        metrics.awaitConnected();
        assertThat(Results.of(get(link, "b"))).hasToString("value of b");
    }

    @Test
    void aCommandThatOverrunsItsBudgetFailsAndItsConnectionIsReplaced() throws InterruptedException {
        RedisLink link = link(SHORT, command -> "");
        assertThat(outcomeOf(get(link, "a"))).isEqualTo(LinkOutcome.TIMED_OUT);
        metrics.awaitDisconnected();
        metrics.awaitConnected();
    }

    @Test
    void aSilentServerIsSoonAskedNoMoreForHalfASecondWhateverTheTimeOfDay() throws InterruptedException {
        RedisLink link = link(SHORT, command -> "");
        List<LinkOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < 50 && !outcomes.contains(LinkOutcome.CIRCUIT_OPEN)) {
            LinkOutcome outcome = outcomeOf(get(link, "a"));
            outcomes.add(outcome);
            if (outcome == LinkOutcome.TIMED_OUT) {
                metrics.awaitConnected();
            }
        }
        assertThat(outcomes).contains(LinkOutcome.CIRCUIT_OPEN);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(outcomeOf(get(link, "a"))).isEqualTo(LinkOutcome.CIRCUIT_OPEN);
        nanos.incrementAndGet();
        assertThat(outcomeOf(get(link, "a"))).isEqualTo(LinkOutcome.TIMED_OUT);
        assertThat(outcomes.subList(0, 8)).containsOnly(LinkOutcome.TIMED_OUT);
    }

    @Test
    void aServerThatHangsUpFailsAllWhoWaitAndCountsAsOneFailure() throws InterruptedException {
        AtomicBoolean hungUp = new AtomicBoolean();
        RedisLink link = link(PATIENT, command -> {
            String own = FakeRedis.bulk("value of " + command.get(1));
            return hungUp.compareAndSet(false, true) ? FakeRedis.HANG_UP : own;
        });

        List<Future<@Nullable Response>> replies =
                IntStream.range(0, 20).mapToObj(i -> get(link, "k" + i)).toList();
        assertThat(replies)
                .allSatisfy(reply -> assertThat(outcomeOf(reply)).isIn(LinkOutcome.LOST, LinkOutcome.NOT_CONNECTED));
        assertThat(outcomeOf(replies.get(0))).isEqualTo(LinkOutcome.LOST);

        metrics.awaitDisconnected();
        metrics.awaitConnected();
        assertThat(Results.of(get(link, "again"))).hasToString("value of again");
    }

    private RedisLink link(Duration budget, Function<List<String>, String> answer) throws InterruptedException {
        RedisLink link = RedisLink.create(vertx, new FakeRedis(vertx, answer).options(budget), metrics, nanos::get);
        links.add(link);
        assertThat(Results.of(link.open())).isTrue();
        metrics.awaitConnected();
        return link;
    }

    private static Future<@Nullable Response> get(RedisLink link, String key) {
        return link.send(Request.cmd(Command.GET).arg(key));
    }

    private static LinkOutcome outcomeOf(Future<?> future) {
        return ((RedisUnavailable) Results.failureOf(future)).outcome();
    }
}
