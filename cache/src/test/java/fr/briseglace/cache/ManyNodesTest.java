package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten nodes and one Redis. */
class ManyNodesTest {
    private static final int NODES = 10;
    private static final RatePolicy HUNDRED = RatePolicy.perHour("hundred", 100, 1);
    private static final RatePolicy THIRTY = RatePolicy.perHour("thirty", 30, 1);

    private final LocalRedis redis = new LocalRedis();
    private final List<Node> nodes = new ArrayList<>();

    /** A node with its own event loop and connection. */
    private record Node(Vertx vertx, RedisLink link, RateLimiter limiter, RecordingMetrics metrics) {
        Future<RateVerdict> charge(List<RateCharge> charges) {
            return limiter.charge(charges);
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        for (int i = 0; i < NODES; i++) {
            Vertx vertx = LocalRedis.oneLoop();
            RecordingMetrics metrics = new RecordingMetrics();
            RedisLink link = RedisLink.create(vertx, redis.options(), metrics);
            // Clocks that have nothing to do with each other, nor with that of Redis.
            long skew = 1_000_000L * i * i;
            RateLimiter limiter =
                    new RateLimiter(link, 1000, () -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()) + skew);
            nodes.add(new Node(vertx, link, limiter, metrics));
            assertThat(Results.of(link.open())).isTrue();
            metrics.awaitConnected();
        }
    }

    @AfterEach
    void close() {
        nodes.forEach(node -> Results.of(node.link().close()));
        redis.close();
        nodes.forEach(node -> Results.of(node.vertx().close()));
    }

    private List<RateVerdict> all(int each, List<RateCharge> charges) {
        List<Future<RateVerdict>> verdicts = IntStream.range(0, each * NODES)
                .mapToObj(i -> nodes.get(i % NODES).charge(charges))
                .toList();
        Results.of(Future.all(verdicts));
        return verdicts.stream().map(Future::result).toList();
    }

    private static long admitted(List<RateVerdict> verdicts) {
        return verdicts.stream().filter(RateVerdict.Admitted.class::isInstance).count();
    }

    @Test
    void togetherTheyAdmitExactlyTheLimit() {
        List<RateCharge> charges = List.of(new RateCharge(HUNDRED, "k", 1));
        assertThat(admitted(all(40, charges))).isEqualTo(100);
        assertThat(admitted(all(5, charges))).isZero();
    }

    @Test
    void whatOnePolicyRefusesIsChargedToNoOther() {
        List<RateCharge> both = List.of(new RateCharge(HUNDRED, "h", 1), new RateCharge(THIRTY, "t", 1));
        assertThat(admitted(all(20, both))).isEqualTo(30);
        assertThat(admitted(all(20, List.of(new RateCharge(HUNDRED, "h", 1))))).isEqualTo(70);
    }

    @Test
    void withoutRedisNoNodeGoesPastTheLimitByItself() throws InterruptedException {
        List<RateCharge> charges = List.of(new RateCharge(HUNDRED, "k", 1));
        assertThat(admitted(all(5, charges))).isEqualTo(50);
        redis.stop();
        for (Node node : nodes) {
            node.metrics().awaitDisconnected();
        }

        List<RateVerdict> alone = all(120, charges);
        assertThat(alone).allMatch(RateVerdict::local);
        // Each knows at least of the five it took itself.
        assertThat(admitted(alone)).isLessThanOrEqualTo(NODES * (100L - 5));
        assertThat(admitted(all(5, charges))).isZero();
    }

    /** A Redis that forgot everything is told nothing; those who know better go on refusing. */
    @Test
    void nodesThatSawTheLimitReachedRefuseThoughRedisForgot() throws InterruptedException {
        List<RateCharge> charges = List.of(new RateCharge(THIRTY, "k", 1));
        assertThat(admitted(all(10, charges))).isEqualTo(30);
        // Those who were served first learn of it as well.
        assertThat(admitted(all(1, charges))).isZero();
        redis.stop();
        for (Node node : nodes) {
            node.metrics().awaitDisconnected();
        }
        redis.startAgain();
        for (Node node : nodes) {
            node.metrics().awaitConnected();
        }
        assertThat(admitted(all(10, charges))).isZero();
    }
}
