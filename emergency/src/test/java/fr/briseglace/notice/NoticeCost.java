package fr.briseglace.notice;

import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures what a notice costs: a backlog leaves through a real store and a real SMTP conversation, and the processor time
 * of all threads but the relay's is divided by the number of notices. A program, not a test: figures depend on the machine.
 */
final class NoticeCost {
    private static final String RELAY = "relay";
    private static final int ROUNDS = 5;
    private static final int BACKLOG = 4_000;
    private static final Sender SENDER = new Sender("nous@brise-glace.example", "brise-glace.example");

    private NoticeCost() {}

    /** Prints a line a round; the first ones are warm-up. */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        Trail trail = new Trail(TestPostgres.pool(vertx));
        int port = obligingRelay();
        for (int round = 1; round <= ROUNDS; round++) {
            trail.noticesTo(BACKLOG, "patient.mssante.fr");
            WatchedOutbox outbox = new WatchedOutbox(trail.outbox, 0);
            Future<Void> sent = outbox.written(Outcome.Sent.class, BACKLOG);
            NoticeChannel mail = MailChannel.create(vertx, Relay.at(port), SENDER, InstantSource.system());
            Delivery delivery =
                    new Delivery(WordingTest.WORDING, Map.of(Channel.SECURE_MAIL, mail), Backoff.DEFAULT, () -> 0.5);
            long spent = spent();
            long begun = System.nanoTime();
            Dispatcher dispatcher = Dispatcher.start(
                    vertx,
                    outbox,
                    delivery,
                    Pace.DEFAULT.at(100_000),
                    new NoticeMetrics(new SimpleMeterRegistry()),
                    () -> false);
            sent.await(120, TimeUnit.SECONDS);
            long took = System.nanoTime() - begun;
            System.out.printf(
                    "round %d: %d notices, %.0f a second, %d µs of processor each%n",
                    round, BACKLOG, BACKLOG * 1e9 / took, (spent() - spent) / 1_000 / BACKLOG);
            dispatcher.close().await(10, TimeUnit.SECONDS);
            mail.close().await(10, TimeUnit.SECONDS);
        }
        System.exit(0);
    }

    /** Processor time of all threads but the relay's, in nanoseconds. */
    private static long spent() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            if (!threads.getThreadInfo(id).getThreadName().startsWith(RELAY)) {
                sum += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return sum;
    }

    private static int obligingRelay() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name(RELAY).start(() -> accept(server));
        return server.getLocalPort();
    }

    private static void accept(ServerSocket server) {
        try (server) {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name(RELAY).start(() -> converse(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            boolean content = false;
            answer(out, "220 relay ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (content && !line.equals(ScriptedRelay.END_OF_MESSAGE)) {
                    continue;
                }
                content = line.equals("DATA");
                answer(out, ScriptedRelay.obliging(line));
            }
        } catch (IOException e) {
            // The sender hung up.
        }
    }

    private static void answer(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
