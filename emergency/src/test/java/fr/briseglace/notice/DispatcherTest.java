package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.TestRelay;
import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatcherTest {
    private static final Sender SENDER =
            new Sender("ne-pas-repondre@brise-glace.mssante.example", "brise-glace.example");
    private static final Backoff SHORT =
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofHours(24));
    private static final Pace FAST = new Pace(
            8, 2_000, Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofMillis(20), Duration.ofMillis(50));
    private static final Pace ASLEEP =
            new Pace(64, 2_000, Duration.ofMillis(25), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1));
    private static final String DOMAIN = "patient.mssante.fr";

    private final Vertx vertx = Vertx.vertx();
    private final List<Dispatcher> started = new ArrayList<>();
    private Pool pool;
    private Trail trail;
    private Relay relay;
    private SimpleMeterRegistry meters;
    private NoticeMetrics metrics;
    private WatchedOutbox outbox;

    @BeforeAll
    void createDatabase() throws Exception {
        pool = TestPostgres.pool(vertx);
    }

    @BeforeEach
    void open() throws Exception {
        relay = new Relay();
        meters = new SimpleMeterRegistry();
        metrics = new NoticeMetrics(meters);
        trail = new Trail(pool);
        outbox = new WatchedOutbox(trail.outbox, 0);
    }

    @AfterEach
    void close() throws Exception {
        for (Dispatcher dispatcher : started) {
            done(dispatcher.close());
        }
        started.clear();
        relay.down();
    }

    @AfterAll
    void closeAll() throws Exception {
        done(vertx.close());
    }

    @Test
    void backlogIsSentWithoutWaitingForASweep() throws Exception {
        List<String> addresses = trail.noticesTo(200, DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, addresses.size());
        start(
                new Pace(
                        8,
                        2_000,
                        Duration.ofMillis(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1)),
                relay.address());
        done(sent);
        assertThat(trail.states()).containsExactly("sent 200");
        assertThat(relay.all().stream().map(mail -> Relay.header(mail, "To")))
                .containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void wakingIsEnoughForWhatIsWrittenLater() throws Exception {
        Future<Void> first = outbox.written(Outcome.Sent.class, 1);
        Future<Void> second = outbox.written(Outcome.Sent.class, 2);
        Dispatcher dispatcher = start(ASLEEP, relay.address());
        for (Future<Void> next : List.of(first, second)) {
            trail.noticeTo("a@" + DOMAIN);
            dispatcher.wake();
            dispatcher.wake();
            done(next);
        }
        assertThat(relay.all()).hasSize(2);
    }

    @Test
    void competingNodesSendEachNoticeOnce() throws Exception {
        trail.noticesTo(300, DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 300);
        start(FAST, relay.address());
        start(FAST, relay.address());
        done(sent);
        assertThat(relay.all().stream().map(mail -> Relay.header(mail, "Message-ID")))
                .doesNotHaveDuplicates()
                .hasSize(300);
    }

    @Test
    void relayThatComesBackGetsWhatWaited() throws Exception {
        UUID id = trail.noticeTo("a@" + DOMAIN);
        Future<Void> retried = outbox.written(Outcome.Retry.class, 2);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        relay.down();
        start(FAST, relay.address());
        done(retried);
        relay.up();
        done(sent);
        assertThat(relay.to("a@" + DOMAIN)).hasSize(1);
        assertThat(trail.row(id).getInteger("attempts")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void rejectedAndSilentAddressesHoldUpNoOther() throws Exception {
        UnaryOperator<String> script = line -> {
            if (line.startsWith("RCPT") && line.contains("silent@")) {
                return "";
            }
            return line.startsWith("RCPT") && line.contains("gone@")
                    ? "550 no such user"
                    : ScriptedRelay.obliging(line);
        };
        UUID silent = trail.noticeTo("silent@" + DOMAIN);
        UUID gone = trail.noticeTo("gone@" + DOMAIN);
        trail.noticesTo(40, DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 40);
        Future<Void> parked = outbox.written(Outcome.Parked.class, 1);
        Future<Void> retried = outbox.written(Outcome.Retry.class, 1);
        start(FAST, Relay.at(new ScriptedRelay(vertx, script).port(), Duration.ofSeconds(2)));
        done(sent);
        done(parked);
        done(retried);
        assertThat(trail.row(gone).getString("failure")).isEqualTo("address-rejected");
        assertThat(trail.row(silent).getString("state")).isEqualTo("pending");
    }

    @Test
    void slowRelayIsWaitedForAndHoldsUpNoOther() throws Exception {
        Promise<Void> others = Promise.promise();
        AtomicInteger ends = new AtomicInteger();
        TestRelay slow = TestRelay.slow(vertx, (line, connection) -> {
            String answer = TestRelay.polite(line, connection);
            if (!line.equals(TestRelay.END)) {
                return Future.succeededFuture(answer);
            }
            int number = ends.incrementAndGet();
            if (number == 41) {
                others.complete();
            }
            return number == 1 ? others.future().map(answer) : Future.succeededFuture(answer);
        });
        trail.noticesTo(41, DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 41);
        start(FAST, Relay.at(slow.port()));
        done(sent);
        assertThat(slow.contents()).doesNotHaveDuplicates().hasSize(41);
        assertThat(outbox.outcomes()).hasOnlyElementsOfType(Outcome.Sent.class);
    }

    @Test
    void channelThatBreaksOverANoticeHoldsUpNoOther() throws Exception {
        NoticeChannel mail = MailChannel.create(vertx, relay.address(), SENDER, InstantSource.system());
        NoticeChannel breaking = new NoticeChannel() {
            @Override
            public Future<Receipt> send(Message message) {
                if (message.address().startsWith("broken")) {
                    throw new IllegalStateException("a defect");
                }
                return mail.send(message);
            }

            @Override
            public Future<Void> close() {
                return mail.close();
            }
        };
        trail.noticesTo(20, DOMAIN);
        UUID broken = trail.noticeTo("broken@" + DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 20);
        Future<Void> retried = outbox.written(Outcome.Retry.class, 2);
        start(FAST, breaking);
        done(sent);
        done(retried);
        assertThat(trail.row(broken).getString("state")).isEqualTo("pending");
    }

    @Test
    void deadNodesNoticesAreTakenOver() throws Exception {
        trail.noticesTo(5, DOMAIN);
        done(trail.outbox.claim(Set.of(Channel.SECURE_MAIL), 5, Duration.ofMinutes(1)));
        Future<Void> sent = outbox.written(Outcome.Sent.class, 5);
        start(FAST, relay.address());
        trail.makeAllDue();
        done(sent);
        assertThat(trail.states()).containsExactly("sent 5");
    }

    @Test
    void relayThatDropsTheConnectionAfterTheContentGetsARepeatThatCanBeRecognised() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        TestRelay dropping = TestRelay.with(
                vertx,
                (line, connection) -> line.equals(TestRelay.END) && ends.getAndIncrement() == 0
                        ? TestRelay.HANG_UP
                        : TestRelay.polite(line, connection));
        UUID id = trail.noticeTo("a@" + DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        start(FAST, Relay.at(dropping.port()));
        done(sent);
        assertThat(dropping.contents())
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID: <" + id + "@brise-glace.example>"));
        assertThat(trail.states()).containsExactly("sent 1");
    }

    @Test
    void nodeThatDiesBetweenSendingAndMarkingCausesARepeatThatCanBeRecognised() throws Exception {
        UUID id = trail.noticeTo("a@" + DOMAIN);
        outbox = new WatchedOutbox(trail.outbox, Integer.MAX_VALUE);
        Dispatcher dying = start(ASLEEP, relay.address());
        done(outbox.claimed());
        done(dying.close());
        assertThat(trail.states()).containsExactly("pending 1");
        outbox = new WatchedOutbox(trail.outbox, 0);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        trail.makeAllDue();
        start(FAST, relay.address());
        done(sent);
        assertThat(relay.to("a@" + DOMAIN)).hasSize(2).allMatch(mail -> Relay.header(mail, "Message-ID")
                .equals("<" + id + "@brise-glace.example>"));
    }

    @Test
    void storeThatIsAwayForAMomentCausesNoSecondSending() throws Exception {
        trail.noticeTo("a@" + DOMAIN);
        outbox = new WatchedOutbox(trail.outbox, 3);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        start(FAST, relay.address());
        done(sent);
        assertThat(relay.all()).hasSize(1);
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        trail.noticesTo(20, DOMAIN);
        Dispatcher dispatcher = start(ASLEEP, relay.address());
        done(outbox.claimed());
        done(dispatcher.close());
        assertThat(trail.states()).containsExactly("sent 20");
    }

    @Test
    void gpsNoticeLeavesOnceTheDirectoryHasAnAddress() throws Exception {
        trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null));
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        start(FAST, relay.address());
        trail.run("update professional set secure_mail = 'gp@medecin.mssante.fr'");
        done(sent);
        assertThat(relay.to("gp@medecin.mssante.fr")).hasSize(1);
    }

    @Test
    void delaysAndOutcomesAreMeasured() throws Exception {
        trail.noticesTo(10, DOMAIN);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 10);
        start(ASLEEP, relay.address());
        done(sent);
        assertThat(meters.get("notices").tag("state", "sent").counter().count()).isEqualTo(10);
        assertThat(meters.get("notice.delay")
                        .tag("channel", "secure-mail")
                        .timer()
                        .count())
                .isEqualTo(10);
        assertThat(meters.get("notice.oldest.unsent").gauge().value()).isNotNegative();
    }

    private Dispatcher start(Pace pace, SmtpRelay relay) {
        return start(pace, MailChannel.create(vertx, relay, SENDER, InstantSource.system()));
    }

    private Dispatcher start(Pace pace, NoticeChannel mail) {
        Delivery delivery = new Delivery(
                WordingTest.WORDING, Map.of(Channel.SECURE_MAIL, mail, Channel.EMAIL, mail), SHORT, () -> 0.5);
        Dispatcher dispatcher = Dispatcher.start(vertx, outbox, delivery, pace, metrics, () -> false);
        started.add(dispatcher);
        return dispatcher;
    }

    private static <T> void done(Future<T> future) throws Exception {
        future.await(30, TimeUnit.SECONDS);
    }
}
