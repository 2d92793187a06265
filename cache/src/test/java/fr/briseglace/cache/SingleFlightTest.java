package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final Vertx vertx = Vertx.vertx();
    private final SingleFlight<String, String> flights = new SingleFlight<>(vertx);

    @AfterEach
    void close() {
        Results.of(vertx.close());
    }

    @Test
    void thoseWhoAskDuringALoadShareItAndOthersDoNot() {
        Promise<String> slow = Promise.promise();
        AtomicInteger loads = new AtomicInteger();
        List<Future<String>> asked = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> flights.run("a", () -> {
                    loads.incrementAndGet();
                    return slow.future();
                }))
                .toList();
        assertThat(Results.of(flights.run("b", () -> Future.succeededFuture("other"))))
                .isEqualTo("other");

        slow.complete("value");
        assertThat(asked).allSatisfy(future -> assertThat(Results.of(future)).isEqualTo("value"));
        assertThat(loads).hasValue(1);
        assertThat(flights.running()).isZero();
    }

    @Test
    void aFailureIsSharedAndThenForgotten() {
        Promise<String> slow = Promise.promise();
        Future<String> first = flights.run("a", slow::future);
        Future<String> second = flights.run("a", () -> Future.succeededFuture("never asked"));
        slow.fail("broken");
        assertThat(Results.failureOf(first)).hasMessage("broken");
        assertThat(Results.failureOf(second)).hasMessage("broken");
        assertThat(Results.of(flights.run("a", () -> Future.succeededFuture("mended"))))
                .isEqualTo("mended");
    }

    @Test
    void aLoaderThatThrowsHasFailedLikeAnyOther() {
        Future<String> thrown = flights.run("a", () -> {
            throw new IllegalStateException("thrown");
        });
        assertThat(Results.failureOf(thrown)).hasMessage("thrown");
        assertThat(flights.running()).isZero();
    }

    @Test
    void eachCallerIsAnsweredOnTheirOwnContext() {
        Promise<String> slow = Promise.promise();
        List<Future<Boolean>> answeredAtHome = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Context home = vertx.getOrCreateContext();
            Promise<Boolean> answered = Promise.promise();
            answeredAtHome.add(answered.future());
            home.runOnContext(v -> flights.run("a", slow::future)
                    .onComplete(result -> answered.complete(home.equals(Vertx.currentContext()))));
        }
        vertx.runOnContext(v -> slow.complete("value"));
        assertThat(answeredAtHome)
                .allSatisfy(home -> assertThat(Results.of(home)).isTrue());
    }

    @Test
    void underConcurrencyNoTwoLoadsOfAKeyOverlap() {
        ConcurrentHashMap<String, AtomicInteger> running = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Integer> overlaps = new ConcurrentLinkedQueue<>();
        List<Future<String>> all = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> {
                    String key = "k" + i % 5;
                    AtomicInteger now = running.computeIfAbsent(key, k -> new AtomicInteger());
                    return flights.run(key, () -> {
                        if (now.incrementAndGet() > 1) {
                            overlaps.add(i);
                        }
                        Promise<String> loading = Promise.promise();
                        vertx.runOnContext(v -> {
                            now.decrementAndGet();
                            loading.complete(key);
                        });
                        return loading.future();
                    });
                })
                .toList();
        Results.of(Future.all(all));
        assertThat(overlaps).isEmpty();
    }
}
