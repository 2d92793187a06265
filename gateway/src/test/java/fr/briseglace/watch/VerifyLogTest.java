package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.tlog.Hash;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that serve a log, servers that lie, and servers that do harm. */
@Timeout(60)
class VerifyLogTest {
    private final HostileLog log;

    @TempDir
    private Path folder = Path.of("");

    private String said = "";

    VerifyLogTest() throws IOException {
        log = new HostileLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private int verify(String... options) {
        return verify(Duration.ofSeconds(40), options);
    }

    private int verify(Duration budget, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addFirst(log.address());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyLog.run(
                arguments.toArray(String[]::new),
                Duration.ofSeconds(5),
                budget,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(said).doesNotContain("\n");
        return code;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void wholeLogIsSaidToBeWhole() throws IOException {
        String earlier = log.publish(256, 256);
        String record = log.proof(7, 300).encode();
        log.publish(70_000, 70_000);
        assertThat(verify(
                        "--since", file("since", earlier),
                        "--record", file("record", record),
                        "--key", file("key", log.signer.verifier().text())))
                .isZero();
        assertThat(said)
                .isEqualTo("The log log.example/trail is whole: its 70000 leaves in 277 tiles give the root that the"
                        + " given key signed; it begins with all 256 leaves of the earlier checkpoint; the record is"
                        + " its leaf 7.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 300})
    void smallLogsAreWholeToo(int size) {
        log.publish(size, size);
        assertThat(verify()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/000", "0/117", "0/272", "1/000"})
    void changedFullTileIsNamed(String path) {
        log.publish(70_000, 70_000);
        log.spoil("/log/tile/" + path, 77);
        assertThat(verify()).isEqualTo(1);
        assertThat(said).isEqualTo("NOT verified: the tile " + path + " was changed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/273.p/112", "1/001.p/17", "2/000.p/1"})
    void changedTileAtTheEndIsNamed(String path) {
        log.publish(70_000, 70_000);
        log.spoil("/log/tile/" + path, 7);
        assertThat(verify()).isEqualTo(1);
        assertThat(said)
                .startsWith("NOT verified: the tiles at the end of the log")
                .contains(path);
    }

    @Test
    void missingTileIsNamed() {
        log.publish(70_000, 70_000);
        log.answers.remove("/log/tile/0/117");
        assertThat(verify()).isEqualTo(1);
        assertThat(said).isEqualTo("NOT verified: the tile 0/117 is missing.");
    }

    @Test
    void shortTileIsNamed() {
        log.publish(300, 300);
        log.answers.put("/log/tile/0/000", new byte[8160]);
        assertThat(verify()).isEqualTo(1);
        assertThat(said).contains("0/000");
    }

    @Test
    void rewrittenLogIsFoundByWhoeverKeptACheckpoint() throws IOException {
        String earlier = log.publish(300, 300);
        log.publish(400, 299);
        assertThat(verify()).isZero();
        assertThat(verify("--since", file("since", earlier))).isEqualTo(1);
        assertThat(said).contains("the log was rewritten");
    }

    @Test
    void shrunkLogIsFound() throws IOException {
        String earlier = log.publish(300, 300);
        log.publish(299, 299);
        assertThat(verify("--since", file("since", earlier))).isEqualTo(1);
        assertThat(said).isEqualTo("NOT verified: the log has lost leaves: it had 300 and now says 299.");
    }

    @Test
    void twoRootsOfOneSizeAreFound() throws IOException {
        String earlier = log.publish(300, 300);
        log.publish(300, 200);
        assertThat(verify("--since", file("since", earlier))).isEqualTo(1);
    }

    @Test
    void checkpointOfAnotherKeyOrLogIsRefused() throws IOException {
        log.publish(300, 300);
        try (HostileLog other = new HostileLog()) {
            assertThat(verify("--key", file("key", other.signer.verifier().text())))
                    .isEqualTo(1);
            assertThat(said).isEqualTo("NOT verified: the checkpoint is not signed by the log's key.");
        }
    }

    @Test
    void everyByteOfTheCheckpointCounts() {
        byte[] note = log.publish(3, 3).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < note.length; i++) {
            byte[] changed = note.clone();
            changed[i] ^= 1;
            log.answers.put("/log/checkpoint", changed);
            assertThat(verify()).as("byte %d", i).isEqualTo(1);
        }
    }

    @Test
    void ownRecordMustBeThere() throws IOException {
        log.publish(400, 400);
        assertThat(verify("--record", file("good", log.proof(7, 300).encode()))).isZero();
        assertThat(verify(
                        "--record",
                        file("moved", log.proof(7, 300).put("index", 8).encode())))
                .isEqualTo(1);
        assertThat(verify(
                        "--record",
                        file("salt", log.proof(7, 300).put("salt", "AAAA").encode())))
                .isEqualTo(1);
        assertThat(said).contains("the salt in the file does not have 32 bytes");
        assertThat(verify(
                        "--record",
                        file("record", log.proof(7, 300).put("record", "AAAA").encode())))
                .isEqualTo(1);
        assertThat(said).contains("the leaf is not that of the record");
        assertThat(verify(
                        "--record",
                        file(
                                "path",
                                log.proof(7, 300).put("hashes", new JsonArray()).encode())))
                .isEqualTo(1);
        assertThat(verify(
                        "--record",
                        file("size", log.proof(7, 300).put("treeSize", 301).encode())))
                .isEqualTo(1);
        assertThat(verify("--record", file("none", "{\"leaf\":[]}"))).isEqualTo(1);
        log.publish(400, 7);
        assertThat(verify("--record", file("good", log.proof(7, 300).encode()))).isEqualTo(1);
    }

    @Test
    void erasedRecordIsFoundByItsLeaf() throws IOException {
        log.publish(400, 400);
        JsonObject proof = log.proof(7, 300).put("erasedAt", "2036-11-21T10:15:30.000Z");
        proof.remove("record");
        proof.remove("salt");
        assertThat(verify("--record", file("erased", proof.encode()))).isZero();
        assertThat(said).contains("the record is its leaf 7, of which nothing else is left since it was erased");
        assertThat(verify("--record", file("moved", proof.put("index", 8).encode())))
                .isEqualTo(1);
    }

    @Test
    void moreLeavesThanALogCanHaveAreNotRead() {
        String note = log.note(1L << 40, Hash.OF_NOTHING);
        log.answers.put("/log/checkpoint", note.getBytes(StandardCharsets.UTF_8));
        assertThat(verify()).isEqualTo(1);
        assertThat(said).contains("more leaves than a log can have");
    }

    @Test
    void bodyWithoutAnEndIsCutOff() {
        log.tricks.put("/log/checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (true) {
                body.write(new byte[65_536]);
            }
        });
        assertThat(verify()).isEqualTo(2);
    }

    @Test
    void bodyThatDripsIsGivenUp() {
        log.tricks.put("/log/checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(100_000_000);
            }
        });
        assertThat(verify()).isEqualTo(2);
        assertThat(said).contains("does not answer in time");
    }

    @Test
    void redirectionIsNotFollowed() {
        log.publish(3, 3);
        log.tricks.put("/log/checkpoint", exchange -> {
            exchange.getResponseHeaders().add("Location", log.address() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(verify()).isEqualTo(2);
        assertThat(said).contains("answers 302");
    }

    @Test
    void oneThatAlwaysWantsPatienceDoesNotGetItForEver() {
        log.tricks.put("/log/checkpoint", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "99999999");
            exchange.sendResponseHeaders(429, -1);
        });
        assertThat(verify(Duration.ofSeconds(7))).isEqualTo(2);
        assertThat(said).contains("no time left");
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(VerifyLog.run(new String[0], Duration.ofSeconds(1), Duration.ofSeconds(1), System.out))
                .isEqualTo(2);
        assertThat(verify("--since")).isEqualTo(2);
        assertThat(verify("--since", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(verify("--other", "x")).isEqualTo(2);
    }
}
