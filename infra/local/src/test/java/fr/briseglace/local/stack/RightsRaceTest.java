package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients that open a record again and again while its patient opposes and consents: no answer outlives a decision. */
@OnStack
class RightsRaceTest {
    private static final int CLIENTS = 4;
    private static final int FLIPS = 25;

    private final Stack stack;

    RightsRaceTest(Stack stack) {
        this.stack = stack;
    }

    /** A request and its answer, by the clock of this machine. */
    private record Attempt(long sent, long answered, int status) {}

    /** From the answer that set the opposition to the request that lifted it, or the other way round. */
    private record Span(boolean opposed, long from, long to) {
        boolean holds(Attempt attempt) {
            return attempt.sent() > from && attempt.answered() < to;
        }
    }

    @Test
    void noAccessIsGrantedThatWasAskedForAfterTheOppositionWasAnswered() throws Exception {
        Ins ins = stack.ordinary().file().ins();
        Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        CyclicBarrier start = new CyclicBarrier(CLIENTS + 1);
        List<Span> spans = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Caller client = stack.as("regulateur-%04d".formatted(100 + i));
                running.add(clients.submit(() -> {
                    start.await();
                    while (!ended.get()) {
                        attempts.add(attempt(client, ins));
                        answered.incrementAndGet();
                    }
                    return null;
                }));
            }
            start.await();
            try {
                for (int i = 0; i < FLIPS; i++) {
                    spans.add(span(ins, i % 2 == 0, answered));
                }
            } finally {
                ended.set(true);
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        for (Span span : spans) {
            assertThat(attempts.stream().filter(span::holds))
                    .isNotEmpty()
                    .allMatch(attempt -> attempt.status() == (span.opposed() ? 403 : 201));
        }
        assertThat(attempts).allMatch(attempt -> attempt.status() == 201 || attempt.status() == 403);
        assertThat(Journal.of(stack, ins).entries()).hasSize(attempts.size());
    }

    /** Decides, and waits until every client can have asked and been answered since. */
    private Span span(Ins ins, boolean opposed, AtomicInteger answered) throws IOException {
        JsonObject decision = new JsonObject().put("regulationOpposed", opposed);
        assertThat(stack.holder(ins).decide(ins, decision).status()).isEqualTo(200);
        long from = System.nanoTime();
        int enough = answered.get() + 2 * CLIENTS;
        assertThat(Patience.until(answered::get, now -> now >= enough)).isGreaterThanOrEqualTo(enough);
        return new Span(opposed, from, System.nanoTime());
    }

    private static Attempt attempt(Caller client, Ins ins) throws IOException {
        JsonObject body = Asking.regulation(ins);
        long sent = System.nanoTime();
        Answer answer = client.open(body);
        return new Attempt(sent, System.nanoTime(), answer.status());
    }
}
