package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WitnessTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    private final HostileLog log;

    @TempDir
    private Path folder = Path.of("");

    private String said = "";

    WitnessTest() throws IOException {
        log = new HostileLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private int witness() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Witness.run(
                new String[] {log.address(), "--state", folder.toString(), "--name", "witness.example/w1"},
                CLOCK,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private SignedNote kept() throws IOException {
        return SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
    }

    private VerifierKey key() throws IOException {
        return VerifierKey.parse(Files.readString(folder.resolve("witness.pub")));
    }

    @Test
    void growingLogIsCosignedAndTheLastCheckpointKept() throws IOException {
        log.publish(300, 300);
        assertThat(witness()).isZero();
        assertThat(kept().isSignedBy(key())).isTrue();
        assertThat(kept().isSignedBy(log.signer.verifier())).isTrue();
        log.publish(1_000, 1_000);
        assertThat(witness()).isZero();
        assertThat(Checkpoint.parse(kept().text()).size()).isEqualTo(1_000);
        assertThat(witness()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("witness.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void witnessSaysItsVerifierKey() throws IOException {
        log.publish(300, 300);
        witness();
        assertThat(said).startsWith("This witness is " + key().text() + "\n");
    }

    @Test
    void rewrittenLogIsNotCosignedAndTheEvidenceKept() throws IOException {
        log.publish(300, 300);
        witness();
        SignedNote before = kept();
        log.publish(400, 299);
        assertThat(witness()).isEqualTo(1);
        assertThat(said).contains("rewritten");
        assertThat(kept()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("evidence")))
                .startsWith(before.encode())
                .contains("\n400\n");
    }

    @Test
    void shrunkLogAndOneOfTwoRootsAreNotCosigned() throws IOException {
        log.publish(300, 300);
        witness();
        log.publish(299, 299);
        assertThat(witness()).isEqualTo(1);
        log.publish(300, 0);
        assertThat(witness()).isEqualTo(1);
        assertThat(Checkpoint.parse(kept().text()).size()).isEqualTo(300);
    }

    @Test
    void logThatShowsAnotherKeyIsNotCosigned() throws IOException {
        log.publish(300, 300);
        witness();
        try (HostileLog other = new HostileLog()) {
            other.publish(400, 400);
            log.answers.putAll(other.answers);
            assertThat(witness()).isEqualTo(1);
            assertThat(said).contains("not signed by the log's key");
        }
    }

    @Test
    void silentLogIsNotCosigned() {
        assertThat(witness()).isEqualTo(2);
        assertThat(folder.resolve("checkpoint")).doesNotExist();
    }

    @Test
    void witnessWithoutANameOrFolderSaysSo() {
        assertThat(Witness.run(new String[] {log.address()}, CLOCK, System.out)).isEqualTo(2);
    }
}
