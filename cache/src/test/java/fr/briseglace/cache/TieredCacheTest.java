package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TieredCacheTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final CacheOptions OPTIONS =
            new CacheOptions("t:", 100_000, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(45));

    private final Vertx vertx = LocalRedis.oneLoop();
    private final LocalRedis redis = new LocalRedis();
    private final RecordingMetrics metrics = new RecordingMetrics();
    private final RedisLink link = RedisLink.create(vertx, redis.options(), metrics);
    private final KeyRing ring = KeyRings.of(1);
    private final AtomicLong nanos = new AtomicLong();
    private volatile Instant now = START;
    private final AtomicInteger loads = new AtomicInteger();
    private final TieredCache<String> here = node(ring);
    private final TieredCache<String> elsewhere = node(ring);

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
    void aValueComesFromTheStoreThenFromNearAndOnOtherNodesFromRedis() {
        assertThat(Results.of(here.get("a", store("1")))).isEqualTo(new Cached<>("1", Cached.Source.STORE, START));
        assertThat(Results.of(here.get("a", store("2")))).isEqualTo(new Cached<>("1", Cached.Source.NEAR, START));
        assertThat(Results.of(elsewhere.get("a", store("2")))).isEqualTo(new Cached<>("1", Cached.Source.REDIS, START));
        assertThat(Results.of(elsewhere.get("a", store("2")))).isEqualTo(new Cached<>("1", Cached.Source.NEAR, START));
        assertThat(loads).hasValue(1);
    }

    @Test
    void aValueLeavesTheNearTierWhenItsTimeIsUp() {
        Results.of(here.get("a", store("1")));
        nanos.addAndGet(OPTIONS.nearTtl().toNanos());
        assertThat(Results.of(here.get("a", store("2"))).source()).isEqualTo(Cached.Source.REDIS);
    }

    @Test
    void whoAsksForAValueThatWasKeptForLongHasItLoadedForThoseWhoComeLater() {
        Results.of(here.get("a", store("1")));
        now = START.plusSeconds(44);
        Results.of(here.get("a", store("2")));
        assertThat(loads).hasValue(1);

        now = START.plusSeconds(45);
        Promise<String> slow = Promise.promise();
        assertThat(Results.of(here.get("a", counted(slow))).value()).isEqualTo("1");
        assertThat(Results.of(here.get("a", counted(slow))).value()).isEqualTo("1");
        assertThat(loads).hasValue(2);
        slow.complete("2");
        assertThat(Results.of(here.get("a", store("3")))).isEqualTo(new Cached<>("2", Cached.Source.NEAR, now));
        assertThat(loads).hasValue(2);
    }

    @Test
    void aValueThatWasLoadedBeforeTheClockWasSetBackIsLoadedAheadToo() {
        Results.of(here.get("a", store("1")));
        now = START.minusSeconds(44);
        Results.of(here.get("a", store("2")));
        assertThat(loads).hasValue(1);

        now = START.minus(Duration.ofHours(1));
        Results.of(here.get("a", store("2")));
        assertThat(loads).hasValue(2);
        assertThat(Results.of(here.get("a", store("3")))).isEqualTo(new Cached<>("2", Cached.Source.NEAR, now));
    }

    @Test
    void aValueThatCannotBeLoadedAheadStaysUntilItsTimeIsUp() {
        Results.of(here.get("a", store("1")));
        now = START.plusSeconds(50);
        Supplier<Future<String>> away = () -> Future.failedFuture("away");
        assertThat(Results.of(here.get("a", away)).value()).isEqualTo("1");
        assertThat(Results.of(here.get("a", away)).value()).isEqualTo("1");
    }

    @Test
    void whatIsForgottenWhileItIsLoadedAheadIsNotKept() {
        Results.of(here.get("a", store("1")));
        now = START.plusSeconds(50);
        Promise<String> slow = Promise.promise();
        Results.of(here.get("a", counted(slow)));
        Results.of(here.invalidate("a"));
        slow.complete("of before");
        assertThat(Results.of(here.get("a", store("3"))).value()).isEqualTo("3");
    }

    @Test
    void theNearTierHoldsNoMoreThanItMayWeigh() {
        String heavy = "x".repeat(10_000);
        for (int i = 0; i < 50; i++) {
            Results.of(here.get("k" + i, store(heavy)));
        }
        assertThat(here.nearSize()).isLessThan(5);
    }

    @Test
    void neitherKeyNorValueLiesInRedisInClear() {
        Results.of(here.get("identity", store("secret value")));
        Response names = Results.of(link.send(Request.cmd(Command.KEYS).arg("*")));
        assertThat(names).isNotNull().hasSize(1);
        String name = ring.name("t:", "identity");
        assertThat(names).hasToString("[" + name + "]");
        assertThat(raw(name).toString()).doesNotContain("secret").doesNotContain("value");
        Response ttl = Results.of(link.send(Request.cmd(Command.PTTL).arg(name)));
        assertThat(ttl == null ? null : ttl.toLong())
                .isBetween(1L, OPTIONS.redisTtl().toMillis());
    }

    @Test
    void aValueThatLiesUnderAnotherKeyIsNotServed() {
        Results.of(here.get("a", store("of a")));
        overwrite("b", raw(ring.name("t:", "a")));
        assertThat(Results.of(elsewhere.get("b", store("of b"))))
                .isEqualTo(new Cached<>("of b", Cached.Source.STORE, START));
    }

    @Test
    void whatDoesNotOpenOrIsNotUnderstoodIsAMiss() {
        overwrite("a", Buffer.buffer("not sealed"));
        assertThat(Results.of(here.get("a", store("1"))).source()).isEqualTo(Cached.Source.STORE);
        Results.of(here.get("b", store("? of a later version")));
        assertThat(Results.of(elsewhere.get("b", store("2"))).source()).isEqualTo(Cached.Source.STORE);
        Results.of(here.get("c", store("3")));
        assertThat(Results.of(node(KeyRings.of(2)).get("c", store("4"))).source())
                .isEqualTo(Cached.Source.STORE);
    }

    @Test
    void whatIsNearIsSeenWithoutAskingAnybody() {
        assertThat(here.near("a")).isEmpty();
        Cached<String> kept = Results.of(here.get("a", store("1")));
        assertThat(here.near("a")).hasValue(kept);
        assertThat(elsewhere.near("a")).isEmpty();
    }

    @Test
    void anInvalidatedValueIsGoneFromAllTiers() {
        Results.of(here.get("a", store("1")));
        Results.of(here.invalidate("a"));
        assertThat(Results.of(here.get("a", store("2")))).isEqualTo(new Cached<>("2", Cached.Source.STORE, START));
        assertThat(Results.of(elsewhere.get("a", store("3"))).value()).isEqualTo("2");
    }

    /** Who hears of a change late must not take away what was laid down because of it. */
    @Test
    void whatHoldsAlreadyIsLeftInRedis() {
        Results.of(here.get("a", store("1")));
        Results.of(here.invalidate("a", value -> value.equals("2")));
        assertThat(Results.of(elsewhere.get("a", store("2"))).source()).isEqualTo(Cached.Source.STORE);

        Results.of(here.invalidate("a", value -> value.equals("2")));
        assertThat(here.near("a")).isEmpty();
        assertThat(Results.of(here.get("a", store("3")))).isEqualTo(new Cached<>("2", Cached.Source.REDIS, START));
    }

    @Test
    void whatALoadBringsHomeAfterAnInvalidationIsNotKept() {
        Promise<String> slow = Promise.promise();
        Promise<Void> started = Promise.promise();
        Future<Cached<String>> early = here.get("a", () -> {
            started.complete();
            return slow.future();
        });
        Results.of(started.future());
        Results.of(here.invalidate("a"));
        Future<Cached<String>> late = here.get("a", store("new"));
        assertThat(Results.of(late).value()).isEqualTo("new");

        slow.complete("old");
        assertThat(Results.of(early).value()).isEqualTo("old");
        assertThat(Results.of(here.get("a", store("never asked"))).value()).isEqualTo("new");
        assertThat(Results.of(elsewhere.get("a", store("never asked"))).value()).isEqualTo("new");
    }

    @Test
    void aReloadAsksTheStoreThoughRedisHasAValueAndManyReloadsAskOnce() {
        Cached<String> outdated = Results.of(here.get("a", store("old")));
        Promise<String> slow = Promise.promise();
        Supplier<Future<String>> store = () -> {
            loads.incrementAndGet();
            return slow.future();
        };
        Future<Cached<String>> one = here.reload("a", outdated, store);
        Future<Cached<String>> other = here.reload("a", outdated, store);
        slow.complete("new");

        assertThat(Results.of(one)).isEqualTo(new Cached<>("new", Cached.Source.STORE, START));
        assertThat(Results.of(other).value()).isEqualTo("new");
        assertThat(loads).hasValue(2);
        assertThat(Results.of(here.get("a", store("never asked"))).value()).isEqualTo("new");
        assertThat(Results.of(elsewhere.get("a", store("never asked"))).value()).isEqualTo("new");
    }

    @Test
    void aReloadIsContentWithANewerValueThatIsHere() {
        Cached<String> outdated = new Cached<>("old", Cached.Source.NEAR, START.minusMillis(1));
        here.put("a", "new");
        assertThat(Results.of(here.reload("a", outdated, store("never asked"))).value())
                .isEqualTo("new");
        assertThat(loads).hasValue(0);
    }

    @Test
    void aFailureOfTheStoreIsTheCallersAndIsNotRemembered() {
        assertThat(Results.failureOf(here.get("a", () -> Future.failedFuture("store is down"))))
                .hasMessage("store is down");
        assertThat(Results.of(here.get("a", store("1"))).value()).isEqualTo("1");
    }

    @Test
    void withoutRedisTheStoreServesAndOnceItIsBackItIsUsedAgain() throws InterruptedException {
        redis.stop();
        metrics.awaitDisconnected();
        assertThat(Results.of(here.get("a", store("1"))).source()).isEqualTo(Cached.Source.STORE);
        assertThat(Results.of(here.get("a", store("2"))).source()).isEqualTo(Cached.Source.NEAR);
        Results.of(here.invalidate("a"));
        assertThat(Results.of(here.get("a", store("3"))).value()).isEqualTo("3");

        redis.startAgain();
        metrics.awaitConnected();
        Results.of(here.get("b", store("4")));
        assertThat(Results.of(elsewhere.get("b", store("5"))).source()).isEqualTo(Cached.Source.REDIS);
    }

    @Test
    void aCachedValueDoesNotShowInText() {
        assertThat(new Cached<>("personal", Cached.Source.NEAR, START).toString())
                .doesNotContain("personal")
                .contains("NEAR");
    }

    private TieredCache<String> node(KeyRing keys) {
        Ticker ticker = nanos::get;
        InstantSource clock = () -> now;
        return TieredCache.create(vertx, link, keys, new TextCodec(), OPTIONS, CacheMetrics.NONE, clock, ticker);
    }

    private Supplier<Future<String>> store(String value) {
        return () -> {
            loads.incrementAndGet();
            return Future.succeededFuture(value);
        };
    }

    private Supplier<Future<String>> counted(Promise<String> value) {
        return () -> {
            loads.incrementAndGet();
            return value.future();
        };
    }

    private void overwrite(String key, Buffer bytes) {
        Results.of(link.send(Request.cmd(Command.SET).arg(ring.name("t:", key)).arg(bytes)));
    }

    private Buffer raw(String name) {
        Response reply = Results.of(link.send(Request.cmd(Command.GET).arg(name)));
        return Objects.requireNonNull(reply, "nothing lies there").toBuffer();
    }
}
