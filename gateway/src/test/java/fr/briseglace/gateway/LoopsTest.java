package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers does nothing else. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LoopsTest {
    private Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whoeverAskedBeforeEveryLoopIsAnother(int before) {
        for (int i = 0; i < before; i++) {
            vertx.deployVerticle(context -> Future.succeededFuture()).await();
        }

        Loops loops = Loops.of(vertx, 3);

        Set<String> threads =
                new HashSet<>(loops.answering().stream().map(LoopsTest::thread).toList());
        assertThat(threads).hasSize(3);
        assertThat(threads).doesNotContain(thread(loops.aside()));
    }

    @Test
    void fewLoopsAreSharedAmongThoseThatAnswer() {
        Loops loops = Loops.of(vertx, 8);

        List<String> threads = loops.answering().stream().map(LoopsTest::thread).toList();
        assertThat(threads).hasSize(8).doesNotContain(thread(loops.aside()));
        assertThat(new HashSet<>(threads)).hasSize(3);
    }

    @Test
    void aSingleLoopDoesEverything() {
        vertx.close().await();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

        Loops loops = Loops.of(vertx, 2);

        assertThat(loops.answering()).hasSize(2).allSatisfy(loop -> assertThat(thread(loop))
                .isEqualTo(thread(loops.aside())));
    }

    @Test
    void whatIsThrownThereFails() {
        Context aside = Loops.of(vertx, 1).aside();

        assertThatThrownBy(() -> Loops.on(aside, () -> {
                            throw new IOException("thrown");
                        })
                        .await())
                .isInstanceOf(IOException.class)
                .hasMessage("thrown");
    }

    private static String thread(Context loop) {
        return Loops.on(
                        loop,
                        () -> Future.succeededFuture(Thread.currentThread().getName()))
                .await();
    }
}
