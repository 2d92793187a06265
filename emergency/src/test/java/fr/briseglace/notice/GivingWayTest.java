package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.smtp.TestRelay;
import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backlog of notices leaves at a pace, and at a tenth of it while accesses wait for the processor. */
class GivingWayTest {
    private static final Sender SENDER = new Sender("nous@brise-glace.example", "brise-glace.example");
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int IN_A_STEP = 100;
    private static final Pace PACE = new Pace(
            2_000,
            10 * IN_A_STEP,
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(1));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean crowded = new AtomicBoolean();
    private WatchedOutbox outbox;
    private TestRelay relay;
    private int left;

    @BeforeEach
    void backlog() throws Exception {
        Trail trail = new Trail(TestPostgres.pool(vertx));
        outbox = new WatchedOutbox(trail.outbox, 0);
        relay = TestRelay.with(vertx, TestRelay::polite);
        trail.noticesTo(2_000, "patient.mssante.fr");
        NoticeChannel mail = MailChannel.create(vertx, Relay.at(relay.port()), SENDER, InstantSource.system());
        Delivery delivery =
                new Delivery(WordingTest.WORDING, Map.of(Channel.SECURE_MAIL, mail), Backoff.DEFAULT, () -> 0.5);
        Future<Void> burst = outbox.written(Outcome.Sent.class, IN_A_STEP);
        Dispatcher.start(
                vertx, outbox, delivery, PACE, new NoticeMetrics(new SimpleMeterRegistry()), crowded::get, nanos::get);
        burst.await(30, TimeUnit.SECONDS);
        left = IN_A_STEP;
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void backlogLeavesAtItsPaceAndNoFaster() throws Exception {
        for (int i = 0; i < 5; i++) {
            leaveInAStep(IN_A_STEP);
        }
    }

    @Test
    void noticesGiveWayWhileAccessesWaitForEachOtherAndComeBackAfterwards() throws Exception {
        crowded.set(true);
        for (int expected : List.of(100, 50, 25, 12, 6, 5, 5)) {
            leaveInAStep(expected);
        }
        crowded.set(false);
        for (int expected : List.of(5, 15, 25, 35)) {
            leaveInAStep(expected);
        }
    }

    /** Lets a tenth of a second pass: so many leave, and after them no more. */
    private void leaveInAStep(int expected) throws Exception {
        left += expected;
        Future<Void> written = outbox.written(Outcome.Sent.class, expected);
        nanos.addAndGet(STEP.toNanos());
        written.await(30, TimeUnit.SECONDS);
        assertThat(relay.contents()).hasSize(left);
    }
}
