package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.briseglace.sequence.LogKey;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.RightEdge.Growth;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.TileId;
import fr.briseglace.tlog.TileNodes;
import fr.briseglace.tlog.VerifierKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log brings its checkpoints to witnesses and keeps what they cosign. */
@Timeout(60)
class CosigningTest {
    private static final NoteSigner LOG = LogKey.read(LogKey.create(), HostileLog.NAME, KeyAlgorithm.ED25519);
    private static final NoteSigner WITNESS = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.COSIGNATURE);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Kept> kept = new LinkedBlockingQueue<>();
    private volatile Growth tree = HostileLog.tree(300, 300);

    @TempDir
    private Path folder = Path.of("");

    private record Kept(VerifierKey witness, long size, NoteSignature cosignature) {}

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private SignedNote note() {
        String text =
                new Checkpoint(HostileLog.NAME, tree.edge().size(), tree.edge().root()).text();
        return new SignedNote(text, List.of(LOG.sign(text)));
    }

    private final TransparencyLog log = new TransparencyLog() {
        @Override
        public Future<Optional<String>> checkpoint() {
            return Future.succeededFuture(Optional.of(note().encode()));
        }

        @Override
        public Future<Optional<String>> cosigned() {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<ConsistencyProof> growth(long from, long to) {
            return Future.succeededFuture(ConsistencyProof.of(from, to, new TileNodes(tree.tiles())));
        }

        @Override
        public Future<Optional<byte[]>> tile(TileId id) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Optional<Place>> place(UUID recordId) {
            return Future.succeededFuture(Optional.empty());
        }
    };

    private Cosigning start(int... ports) {
        List<WitnessClient> witnesses = Arrays.stream(ports)
                .mapToObj(port -> new WitnessClient(WITNESS.verifier(), URI.create("http://localhost:" + port + "/")))
                .toList();
        return Cosigning.start(
                vertx,
                witnesses,
                log,
                (witness, size, cosignature) -> {
                    kept.add(new Kept(witness, size, cosignature));
                    return Future.succeededFuture();
                },
                () -> true);
    }

    private WitnessServer witness() throws Exception {
        return WitnessServer.start(
                "localhost:0",
                new Cosigner(LOG.verifier(), WITNESS, new WitnessFolder(folder), InstantSource.system()));
    }

    private Kept next() throws InterruptedException {
        return Objects.requireNonNull(kept.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void eachCheckpointIsCosignedAndKept() throws Exception {
        try (WitnessServer server = witness()) {
            start(server.port());
            Kept first = next();
            assertThat(first.size()).isEqualTo(300);
            assertThat(WITNESS.verifier().verifies(note().text(), first.cosignature()))
                    .isTrue();
            tree = HostileLog.tree(1_000, 1_000);
            Kept second = next();
            assertThat(second.size()).isEqualTo(1_000);
            assertThat(note().with(second.cosignature()).isSignedBy(WITNESS.verifier()))
                    .isTrue();
        }
    }

    @Test
    void newLeaderLearnsFromTheWitnessWhatItCosignedLast() throws Exception {
        try (WitnessServer server = witness()) {
            start(server.port()).close().await();
            start(server.port());
            next();
            tree = HostileLog.tree(1_000, 1_000);
            start(server.port());
            assertThat(next().size()).isEqualTo(1_000);
        }
    }

    @Test
    void hostileWitnessesHoldUpNoOtherAndNothingFalseIsKept() throws Exception {
        NoteSigner liar = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.COSIGNATURE);
        Checkpoint other = new Checkpoint(
                HostileLog.NAME, 300, HostileLog.tree(300, 7).edge().root());
        try (WitnessServer server = witness();
                Hostile silent = new Hostile(200, null);
                Hostile foreign = new Hostile(
                        200,
                        liar.cosign(other, InstantSource.system().instant()).line() + "\n");
                Hostile elsewhere = new Hostile(
                        200,
                        WITNESS.cosign(other, InstantSource.system().instant()).line() + "\n");
                Hostile garbage = new Hostile(200, "\u0000".repeat(1000));
                Hostile endless = new Hostile(200, "x".repeat(1 << 20));
                Hostile conflict = new Hostile(409, "9999999\n");
                Hostile redirect = new Hostile(302, "")) {
            start(
                    silent.port(),
                    foreign.port(),
                    elsewhere.port(),
                    garbage.port(),
                    endless.port(),
                    conflict.port(),
                    redirect.port(),
                    server.port());
            assertThat(WITNESS.verifier().verifies(note().text(), next().cosignature()))
                    .isTrue();
            tree = HostileLog.tree(400, 400);
            assertThat(WITNESS.verifier().verifies(note().text(), next().cosignature()))
                    .isTrue();
            assertThat(kept).isEmpty();
        }
    }

    /** A witness that always answers the same, or never. */
    private static final class Hostile implements AutoCloseable {
        private final HttpServer server;

        Hostile(int status, @Nullable String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", exchange -> {
                if (body != null) {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/x.tlog.size");
                    exchange.getResponseHeaders().add("Location", "http://localhost:1/");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                }
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
