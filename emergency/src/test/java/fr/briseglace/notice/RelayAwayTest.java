package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.TestRelay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits while a relay is away for long, by a clock that is moved from one attempt to the next. */
class RelayAwayTest {
    private static final Sender SENDER = new Sender("nous@brise-glace.example", "brise-glace.example");
    private static final Pace ASLEEP =
            new Pace(64, 2_000, Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1));
    /** The bounds of the first ten delays add up to 17 minutes, each later one is a quarter of an hour. */
    private static final int LEAST_ATTEMPTS_IN_AN_HOUR = 12;

    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: <([^@]+)@");

    private final Vertx vertx = Vertx.vertx();
    private VirtualStore store;
    private Trail trail;
    private WatchedOutbox outbox;

    @BeforeEach
    void open() throws Exception {
        store = VirtualStore.create(vertx);
        trail = new Trail(store.pool());
        outbox = new WatchedOutbox(trail.outbox, 0);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void hourWithoutARelayLosesNothingAndSendsNothingTwice() throws Exception {
        Relay relay = new Relay();
        relay.down();
        Dispatcher dispatcher = start(relay.address());
        List<String> addresses = trail.noticesTo(20, "patient.mssante.fr");
        pass(dispatcher, Duration.ofHours(1));
        everythingWaitedItsTurn(addresses.size(), Failure.RELAY_UNREACHABLE);

        relay.up();
        pass(dispatcher, Backoff.DEFAULT.cap());
        assertThat(trail.states()).containsExactly("sent 20");
        assertThat(relay.all().stream().map(mail -> Relay.header(mail, "To")))
                .containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(relay.all().stream().map(mail -> Relay.header(mail, "Message-ID")))
                .doesNotHaveDuplicates();
        dispatcher.close().await(10, TimeUnit.SECONDS);
        relay.down();
    }

    @Test
    void hourOfARelayThatRefusesLosesNothingAndSendsNothingTwice() throws Exception {
        AtomicBoolean refusing = new AtomicBoolean(true);
        TestRelay relay = TestRelay.with(
                vertx,
                (line, connection) -> refusing.get() && line.equals("DATA")
                        ? "451 4.3.0 not now"
                        : TestRelay.polite(line, connection));
        Dispatcher dispatcher = start(Relay.at(relay.port()));
        trail.noticesTo(20, "patient.mssante.fr");
        pass(dispatcher, Duration.ofHours(1));
        everythingWaitedItsTurn(20, Failure.RELAY_REFUSED);
        assertThat(relay.contents()).isEmpty();

        refusing.set(false);
        pass(dispatcher, Backoff.DEFAULT.cap());
        assertThat(trail.states()).containsExactly("sent 20");
        assertThat(relay.contents().stream()
                        .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                        .map(MatchResult::group))
                .doesNotHaveDuplicates()
                .hasSize(20);
        dispatcher.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void dayWithoutARelayParksWithAReasonWhatLeavesWhenItIsReplayed() throws Exception {
        Relay relay = new Relay();
        relay.down();
        Dispatcher dispatcher = start(relay.address());
        trail.noticesTo(5, "patient.mssante.fr");
        pass(dispatcher, Backoff.DEFAULT.patience().minusMillis(1));
        assertThat(trail.states()).containsExactly("pending 5");
        pass(dispatcher, Backoff.DEFAULT.cap());
        assertThat(trail.states()).containsExactly("parked 5");
        assertThat(trail.run("select distinct failure from notice"))
                .singleElement()
                .extracting(row -> row.getString("failure"))
                .isEqualTo("relay-unreachable");

        relay.up();
        pass(dispatcher, Duration.ofHours(1));
        assertThat(relay.all()).isEmpty();
        assertThat(trail.outbox.replay(Optional.of(Failure.RELAY_UNREACHABLE)).await(10, TimeUnit.SECONDS))
                .isEqualTo(5);
        pass(dispatcher, Duration.ofSeconds(1));
        assertThat(trail.states()).containsExactly("sent 5");
        assertThat(relay.all()).hasSize(5);
        dispatcher.close().await(10, TimeUnit.SECONDS);
        relay.down();
    }

    private void everythingWaitedItsTurn(int notices, Failure failure) throws Exception {
        assertThat(trail.states()).containsExactly("pending " + notices);
        assertThat(trail.outbox.oldestUnsent(Set.of(Channel.SECURE_MAIL)).await(10, TimeUnit.SECONDS))
                .contains(Duration.ofHours(1));
        assertThat(outbox.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Retry.class);
            Outcome.Retry retry = (Outcome.Retry) outcome;
            assertThat(retry.failure()).isEqualTo(failure);
            assertThat(retry.delay())
                    .isBetween(Duration.ZERO, bound(retry.notice().attempts()));
        });
        Map<Notice.Key, Long> attempts = outbox.outcomes().stream()
                .collect(Collectors.groupingBy(one -> one.notice().key(), Collectors.counting()));
        assertThat(attempts).hasSize(notices);
        assertThat(attempts.values()).allMatch(count -> count >= LEAST_ATTEMPTS_IN_AN_HOUR);
        // What failed together does not come back together.
        Set<Duration> first = new HashSet<>();
        outbox.outcomes().stream()
                .filter(one -> one.notice().attempts() == 1)
                .forEach(one -> first.add(((Outcome.Retry) one).delay()));
        assertThat(first).hasSizeGreaterThan(notices / 2);
    }

    private static Duration bound(int attempt) {
        Duration doubled = Backoff.DEFAULT.base().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(Backoff.DEFAULT.cap()) < 0 ? doubled : Backoff.DEFAULT.cap();
    }

    /** Lets time pass, and each notice be tried in its moment. */
    private void pass(Dispatcher dispatcher, Duration time) throws Exception {
        Instant end = store.now().plus(time);
        Optional<Instant> next = store.nextDue();
        while (next.isPresent() && !next.get().isAfter(end)) {
            if (next.get().isAfter(store.now())) {
                store.moveTo(next.get());
            }
            Future<Void> tried = outbox.written(Outcome.class, store.due());
            dispatcher.wake();
            tried.await(30, TimeUnit.SECONDS);
            next = store.nextDue();
        }
        store.moveTo(end);
    }

    private Dispatcher start(SmtpRelay relay) {
        NoticeChannel mail = MailChannel.create(vertx, relay, SENDER, InstantSource.system());
        SplittableRandom random = new SplittableRandom(15);
        Delivery delivery = new Delivery(
                WordingTest.WORDING, Map.of(Channel.SECURE_MAIL, mail), Backoff.DEFAULT, random::nextDouble);
        return Dispatcher.start(
                vertx, outbox, delivery, ASLEEP, new NoticeMetrics(new SimpleMeterRegistry()), () -> false);
    }
}
