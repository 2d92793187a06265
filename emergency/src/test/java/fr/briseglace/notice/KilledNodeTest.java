package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.smtp.SmtpRelay;
import fr.briseglace.smtp.TestRelay;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseServer;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is a process of its own dies by SIGKILL after the relay took its message and before it could mark it. */
class KilledNodeTest {
    private static final Sender SENDER = new Sender("nous@brise-glace.example", "brise-glace.example");

    @Test
    @Timeout(120)
    void noticeOfANodeKilledBetweenSendAndMarkArrivesAgainUnderTheSameId() throws Exception {
        Vertx vertx = Vertx.vertx();
        DatabaseSettings store = TestPostgres.fresh();
        Trail trail = new Trail(Database.open(vertx, store).console());
        UUID id = trail.noticeTo("a@patient.mssante.fr");
        CompletableFuture<Process> node = new CompletableFuture<>();
        TestRelay relay = TestRelay.with(vertx, (line, connection) -> {
            if (line.equals(TestRelay.END) && node.join().isAlive()) {
                node.join().destroyForcibly().onExit().join();
            }
            return TestRelay.polite(line, connection);
        });
        node.complete(start(store, relay.port()));
        assertThat(node.join().onExit().get(60, TimeUnit.SECONDS).exitValue()).isEqualTo(137);
        assertThat(relay.contents()).hasSize(1);
        assertThat(trail.states()).containsExactly("pending 1");

        trail.makeAllDue();
        WatchedOutbox outbox = new WatchedOutbox(trail.outbox, 0);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 1);
        Dispatcher second = dispatcher(vertx, outbox, Relay.at(relay.port()));
        sent.await(30, TimeUnit.SECONDS);
        assertThat(relay.contents())
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID: <" + id + "@brise-glace.example>"));
        assertThat(trail.states()).containsExactly("sent 1");
        second.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    /** The node: sends what is due until it is killed. */
    public static void main(String[] where) {
        Vertx vertx = Vertx.vertx();
        DatabaseSettings store =
                new DatabaseSettings(where[0], Integer.parseInt(where[1]), where[2], where[3], where[4], 2);
        Outbox outbox = new PgOutbox(Database.open(vertx, store).console());
        dispatcher(vertx, outbox, Relay.at(Integer.parseInt(where[5])));
    }

    private static Dispatcher dispatcher(Vertx vertx, Outbox outbox, SmtpRelay relay) {
        NoticeChannel mail = MailChannel.create(vertx, relay, SENDER, InstantSource.system());
        Delivery delivery =
                new Delivery(WordingTest.WORDING, Map.of(Channel.SECURE_MAIL, mail), Backoff.DEFAULT, () -> 0.5);
        NoticeMetrics metrics = new NoticeMetrics(new SimpleMeterRegistry());
        return Dispatcher.start(vertx, outbox, delivery, Pace.DEFAULT, metrics, () -> false);
    }

    private static Process start(DatabaseSettings store, int relay) throws Exception {
        DatabaseServer at = store.servers().getFirst();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNodeTest.class.getName(),
                        at.host(),
                        Integer.toString(at.port()),
                        store.database(),
                        store.user(),
                        store.password(),
                        Integer.toString(relay))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
