package fr.briseglace.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnstilesTest {
    private static final int CROWD = 16;

    private final Vertx vertx = Vertx.vertx();
    private final Turnstiles turnstiles = new Turnstiles(new SimpleMeterRegistry());
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private HttpClient client;
    private int port;

    @BeforeEach
    void open() throws Exception {
        Turnstile turnstile = new Turnstile(new ConcurrencyLimit.Bounds(64, 64, 64), turnstiles, System::nanoTime);
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            Partition partition = "/search".equals(request.path()) ? Partition.SEARCH : Partition.EMERGENCY;
            assertThat(turnstile.enter(partition, request.response())).isTrue();
            Context loop = vertx.getOrCreateContext();
            waiting.add(() -> loop.runOnContext(v -> request.response().end()));
        });
        port = server.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS).actualPort();
        client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(64));
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void crowdIsSixteenAccessesUnderWayOnALoop() throws Exception {
        ask("/access", CROWD - 1);
        assertThat(turnstiles.crowded()).isFalse();
        ask("/access", 1);
        assertThat(turnstiles.crowded()).isTrue();
    }

    @Test
    void crowdIsOverOnceOneOfThemIsAnswered() throws Exception {
        ask("/access", CROWD - 1);
        Runnable answer = ask("/access", 1);
        answer.run();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (turnstiles.crowded()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void searchesAreNoCrowd() throws Exception {
        ask("/search", CROWD);
        assertThat(turnstiles.crowded()).isFalse();
    }

    /** Asks so many times and waits until all of it is under way; how the last is answered. */
    private Runnable ask(String path, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            client.request(HttpMethod.GET, port, "127.0.0.1", path).compose(HttpClientRequest::send);
        }
        for (int i = 1; i < times; i++) {
            underWay();
        }
        return underWay();
    }

    private Runnable underWay() throws Exception {
        return Objects.requireNonNull(waiting.poll(10, TimeUnit.SECONDS));
    }
}
