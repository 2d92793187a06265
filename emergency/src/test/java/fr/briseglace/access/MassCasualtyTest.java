package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Statement;
import fr.briseglace.notice.Backoff;
import fr.briseglace.notice.Channel;
import fr.briseglace.notice.Delivery;
import fr.briseglace.notice.Dispatcher;
import fr.briseglace.notice.MailChannel;
import fr.briseglace.notice.NoticeMetrics;
import fr.briseglace.notice.Pace;
import fr.briseglace.notice.PgOutbox;
import fr.briseglace.notice.Remedies;
import fr.briseglace.notice.Sender;
import fr.briseglace.notice.Wording;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.TestRelay;
import fr.briseglace.store.Registry;
import fr.briseglace.store.TestPatients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mass-casualty evening: thousands of accesses, each told once to everybody, and none that waits for a notice. */
class MassCasualtyTest {
    private static final int PATIENTS = 200;
    private static final int DOCTORS = 10;
    private static final int ACCESSES = PATIENTS * DOCTORS;
    /** The patient by secure mail, and the GP. */
    private static final int NOTICES = 2 * ACCESSES;

    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: <([^@]+)@");
    private static final Pace PACE = new Pace(
            128, 20_000, Duration.ofMillis(5), Duration.ofMinutes(1), Duration.ofMillis(20), Duration.ofHours(1));

    private final Promise<Void> relayAwakes = Promise.promise();
    private final Promise<Void> allTaken = Promise.promise();
    private AccessBench bench;
    /** Each can keep a thousand records waiting, half of the evening's. */
    private List<AccessBench.Node> nodes;

    private TestRelay relay;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() throws Exception {
        bench = new AccessBench();
        nodes = List.of(bench.node, bench.node());
        Registry registry = new Registry(bench.database.console());
        registry.practise(List.of(new Practitioner(TestPatients.GP, "Dr Ville", "ville@medecin.mssante.fr")))
                .await();
        List<Future<Void>> registered = new ArrayList<>();
        for (int number = 1; number <= PATIENTS; number++) {
            registered.add(registry.register(bench.id(), TestPatients.adult(number)));
        }
        Future.all(registered).await();
        AtomicInteger taken = new AtomicInteger();
        relay = TestRelay.slow(bench.vertx, (line, connection) -> {
            if (line.equals(TestRelay.END) && taken.incrementAndGet() == NOTICES) {
                allTaken.complete();
            }
            String answer = TestRelay.polite(line, connection);
            return line.equals("CONNECT") ? relayAwakes.future().map(answer) : Future.succeededFuture(answer);
        });
        dispatcher = dispatcher();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void thousandsOfAccessesAreAnsweredBeforeTheFirstNoticeLeavesAndEachIsToldOnce() throws Exception {
        List<Opened> opened = accesses();
        assertThat(opened).extracting(Opened::id).doesNotHaveDuplicates().hasSize(ACCESSES);
        looks(opened);
        assertThat(relay.contents()).as("no access waited for the relay").isEmpty();
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(ACCESSES);
        assertThat(bench.count("access where kind = 'read'")).isEqualTo(ACCESSES);
        assertThat(bench.count("notice")).isEqualTo(NOTICES);
        assertThat(bench.count("(select from notice group by record_id, recipient, channel having count(*) > 1) twice"))
                .isZero();

        relayAwakes.complete();
        allTaken.future().await(120, TimeUnit.SECONDS);
        dispatcher.close().await(30, TimeUnit.SECONDS);
        assertThat(relay.contents().stream()
                        .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                        .map(MatchResult::group))
                .doesNotHaveDuplicates()
                .hasSize(NOTICES);
        assertThat(bench.count("notice where state = 'sent'")).isEqualTo(NOTICES);
    }

    /** Each doctor of the evening opens each patient's record, on two nodes, all at once. */
    private List<Opened> accesses() {
        List<Future<Outcome<Opened>>> asked = new ArrayList<>();
        for (int number = 0; number < ACCESSES; number++) {
            int patient = number / DOCTORS + 1;
            Statement statement = new Statement(AccessMode.CENTRE_15, "case-" + patient, null, null);
            asked.add(nodes.get(number % 2).ask(doctor(number), statement, TestPatients.ins(patient)));
        }
        return asked.stream().map(one -> given(one.await())).toList();
    }

    private void looks(List<Opened> opened) {
        List<Future<Outcome<Opened>>> looks = new ArrayList<>();
        for (int number = 0; number < ACCESSES; number++) {
            Caller doctor = doctor(number);
            Opened window = opened.get(number);
            AccessBench.Node node = nodes.get(number % 2);
            looks.add(node.on(() -> node.windows().read(new Visit(doctor, window.id()))));
        }
        looks.forEach(one -> given(one.await()));
    }

    private static Caller doctor(int number) {
        String id = "8100012%05d".formatted(number % DOCTORS);
        return new Caller(Role.DOCTOR, id, "Dr Soir", Set.of("SM59"), true, REGULATOR.structure());
    }

    private Dispatcher dispatcher() {
        SmtpRelay address = SmtpRelay.plain("127.0.0.1", relay.port(), "brise-glace.example", Duration.ofSeconds(2));
        Sender sender = new Sender("nous@brise-glace.example", "brise-glace.example");
        URI portal = URI.create("https://portail.example/");
        Delivery delivery = new Delivery(
                new Wording(new Remedies(portal, portal, "dpo@brise-glace.example")),
                Map.of(Channel.SECURE_MAIL, MailChannel.create(bench.vertx, address, sender, InstantSource.system())),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofHours(24)),
                () -> 0.5);
        return Dispatcher.start(
                bench.vertx,
                new PgOutbox(bench.database.notices()),
                delivery,
                PACE,
                new NoticeMetrics(new SimpleMeterRegistry()),
                () -> false);
    }
}
