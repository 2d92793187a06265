package fr.briseglace.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.RightEdge.Growth;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileNodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server that serves a log, and whatever else it was told to serve instead. */
final class HostileLog implements AutoCloseable {
    static final String NAME = "log.example/trail";

    /** Answers one path in a way of its own. */
    interface Trick {
        void answer(HttpExchange exchange) throws IOException;
    }

    final NoteSigner signer = LogKey.read(LogKey.create(), NAME, KeyAlgorithm.ED25519);
    final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    final Map<String, Trick> tricks = new ConcurrentHashMap<>();
    /** Answers what nothing else does; nobody has it otherwise. */
    volatile Trick otherwise = exchange -> exchange.sendResponseHeaders(404, -1);

    private final HttpServer server;

    HostileLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        answers.put("/log/key", (signer.verifier().text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Trick trick = tricks.get(path);
        byte[] body = answers.get(path);
        if (trick != null) {
            trick.answer(exchange);
        } else if (body != null) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else {
            otherwise.answer(exchange);
        }
        exchange.close();
    }

    /** Changes one bit of an answer. */
    void spoil(String path, int at) {
        byte[] answer = Objects.requireNonNull(answers.get(path), path);
        answer[at] ^= 1;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/log";
    }

    static byte[] commitment(int index, int variant) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac.doFinal(record(index, variant));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] record(int index, int variant) {
        return ByteBuffer.allocate(8).putInt(index).putInt(variant).array();
    }

    /** The tree of that many leaves, of which those from a fork on are others. */
    static Growth tree(int size, int fork) {
        return RightEdge.EMPTY.grow(IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(commitment(i, i < fork ? 0 : 1)))
                .toList());
    }

    /** Serves the log at a size; its last checkpoint is given back. */
    String publish(int size, int fork) {
        Growth tree = tree(size, fork);
        answers.keySet().removeIf(path -> path.startsWith("/log/tile/"));
        for (Tile tile : tree.tiles()) {
            answers.put("/log/tile/" + tile.id().path(), tile.bytes());
        }
        String note = note(size, tree.edge().root());
        answers.put("/log/checkpoint", note.getBytes(StandardCharsets.UTF_8));
        return note;
    }

    String note(long size, Hash root) {
        String text = new Checkpoint(NAME, size, root).text();
        return new SignedNote(text, List.of(signer.sign(text))).encode();
    }

    /** The proof for a leaf, as a gateway gives it. */
    JsonObject proof(int index, int size) {
        Growth tree = tree(size, size);
        InclusionProof proof = InclusionProof.of(index, size, new TileNodes(tree.tiles()));
        JsonArray hashes = new JsonArray();
        proof.hashes().forEach(hash -> hashes.add(hash.base64()));
        return new JsonObject()
                .put("leaf", Hash.leaf(commitment(index, 0)).base64())
                .put("index", index)
                .put("treeSize", size)
                .put("hashes", hashes)
                .put("checkpoint", note(size, tree.edge().root()))
                .put("record", Base64.getEncoder().encodeToString(record(index, 0)))
                .put("salt", Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
