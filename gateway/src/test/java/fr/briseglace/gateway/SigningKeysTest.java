package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final Signer FIRST = Signer.ec("k1");
    private static final Signer SECOND = Signer.rsa("k2");

    private final Vertx vertx = Vertx.vertx();
    private final Provider provider = new Provider(vertx).publish(FIRST.jwk());
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final SigningKeys keys = SigningKeys.at(vertx, provider.uri(), () -> now);

    @AfterEach
    void close() {
        keys.close().await();
        vertx.close().await();
    }

    private void flood(String id) {
        Future.all(IntStream.range(0, 200).mapToObj(i -> keys.lookFor(id)).toList())
                .await();
    }

    @Test
    void knownKeyAsksNobody() {
        keys.refresh().await();

        assertThat(keys.lookFor("k1").await().ids()).containsExactly("k1");
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void floodOfUnknownKeysAsksOnceInTwoSeconds() {
        flood("unknown");
        flood("unknown");
        assertThat(provider.asked()).isEqualTo(1);

        now = now.plusMillis(1_999);
        flood("other");
        assertThat(provider.asked()).isEqualTo(1);

        now = now.plusMillis(1);
        flood("other");
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void rotatedKeyIsFoundAndTheOldOneForgotten() {
        keys.refresh().await();
        provider.publish(SECOND.jwk());
        now = now.plus(Duration.ofMinutes(1));

        assertThat(keys.lookFor("k2").await().ids()).containsExactly("k2");
        assertThat(keys.current().generation()).isEqualTo(2);
    }

    @Test
    void keyIsFoundAfterTheClockWasSetBack() {
        keys.refresh().await();
        provider.publish(SECOND.jwk());
        now = now.minus(Duration.ofHours(1));

        assertThat(keys.lookFor("k2").await().ids()).containsExactly("k2");
        flood("unknown");
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void whoComesWhileTheNewKeyIsAskedForHasItToo() {
        keys.refresh().await();
        provider.publish(SECOND.jwk());
        now = now.plus(Duration.ofMinutes(1));
        List<Future<SigningKeys.Keys>> all =
                IntStream.range(0, 50).mapToObj(i -> keys.lookFor("k2")).toList();

        assertThat(Future.all(all).await().<SigningKeys.Keys>list())
                .allSatisfy(set -> assertThat(set.ids()).containsExactly("k2"));
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void sameSetAgainIsTheSameGeneration() {
        keys.refresh().await();
        keys.refresh().await();

        assertThat(provider.asked()).isEqualTo(2);
        assertThat(keys.current().generation()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[null,1,\"k\",{}]}",
                "<html>"
            })
    void garbageLeavesTheLastGoodSet(String garbage) {
        keys.refresh().await();
        provider.answer(200, garbage);

        assertThat(keys.refresh().await().ids()).containsExactly("k1");
    }

    @Test
    void providerThatFailsOrIsGoneLeavesTheLastGoodSet() {
        keys.refresh().await();
        provider.answer(
                503,
                new JsonObject().put("keys", new JsonArray().add(SECOND.jwk())).encode());
        assertThat(keys.refresh().await().ids()).containsExactly("k1");

        provider.close();
        assertThat(keys.refresh().await().ids()).containsExactly("k1");
    }

    @Test
    void oversizeSetLeavesTheLastGoodOne() {
        keys.refresh().await();
        provider.publish(SECOND.jwk().put("filling", "x".repeat(300 * 1024)));

        assertThat(keys.refresh().await().ids()).containsExactly("k1");
    }

    static Stream<JsonObject> keysThatVerifyNothing() {
        JsonObject good = SECOND.jwk();
        return Stream.of(
                good.copy().put("kty", "oct").put("k", "c2VjcmV0"),
                good.copy().put("kty", "OKP"),
                good.copy().put("use", "enc"),
                good.copy().put("alg", "HS256"),
                good.copy().put("alg", "RS1"),
                good.copy().put("kid", 2),
                good.copy().put("n", "é"),
                good.copy().putNull("n"),
                FIRST.jwk().put("kid", "k2").put("crv", "P-0"));
    }

    @ParameterizedTest
    @MethodSource
    void keysThatVerifyNothing(JsonObject bad) {
        provider.publish(bad, FIRST.jwk());
        assertThat(keys.refresh().await().ids()).containsExactly("k1");

        provider.publish(bad);
        assertThat(keys.refresh().await().ids()).containsExactly("k1");
    }

    @Test
    void withoutAnyAnswerThereIsNoKey() {
        provider.close();

        assertThat(keys.refresh().await().ids()).isEmpty();
    }

    @Test
    void whoHasNoKeyYetLooksForOneWhenAskedWhetherThereIsAny() {
        provider.answer(503, "");
        assertThat(keys.any().await()).isFalse();
        assertThat(keys.any().await()).isFalse();
        assertThat(provider.asked()).isEqualTo(1);

        provider.publish(FIRST.jwk());
        now = now.plusSeconds(2);
        assertThat(keys.any().await()).isTrue();
        assertThat(keys.any().await()).isTrue();
        assertThat(provider.asked()).isEqualTo(2);
    }
}
