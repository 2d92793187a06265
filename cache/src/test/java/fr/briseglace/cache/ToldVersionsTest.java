package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldVersionsTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Vertx vertx = LocalRedis.oneLoop();
    private final LocalRedis redis = new LocalRedis();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final RedisLink link = RedisLink.create(vertx, redis.options(), metrics);
    private final KeyRing ring = KeyRings.of(1);
    private final ToldVersions here = new ToldVersions(link, ring, "v:", LIFE);
    private final ToldVersions elsewhere = new ToldVersions(link, ring, "v:", LIFE);

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
    void whatOneNodeTellsTheOthersHear() {
        Results.of(here.tell("a", 7));
        assertThat(Results.of(elsewhere.last("a"))).isEqualTo(7);
        Results.of(here.tell("a", 8));
        assertThat(Results.of(elsewhere.last("a"))).isEqualTo(8);
    }

    @Test
    void whatIsToldLateTakesNothingBack() {
        Results.of(here.tell("a", 10));
        Results.of(elsewhere.tell("a", 9));
        assertThat(Results.of(here.last("a"))).isEqualTo(10);
    }

    @Test
    void ofWhatNobodyToldNothingIsKnown() {
        assertThat(Results.of(here.last("a"))).isZero();
    }

    @Test
    void whatWasToldIsForgottenInTime() {
        Results.of(here.tell("a", 7));
        String name = ring.name("v:", "a");
        Response left = Objects.requireNonNull(
                Results.of(link.send(Request.cmd(Command.PTTL).arg(name))));
        assertThat(left.toLong()).isPositive().isLessThanOrEqualTo(LIFE.toMillis());
    }

    @Test
    void whatIsNoVersionTellsNothing() {
        Results.of(link.send(Request.cmd(Command.SET).arg(ring.name("v:", "a")).arg("nonsense")));
        assertThat(Results.of(here.last("a"))).isZero();
        Results.of(here.tell("a", 7));
        assertThat(Results.of(here.last("a"))).isEqualTo(7);
    }

    @Test
    void withoutRedisNothingIsToldAndNothingFails() {
        redis.stop();
        Results.of(here.tell("a", 7));
        assertThat(Results.of(here.last("a"))).isZero();
    }
}
