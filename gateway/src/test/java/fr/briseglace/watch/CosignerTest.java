package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.RightEdge.Growth;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Submission;
import fr.briseglace.tlog.TileNodes;
import fr.briseglace.watch.Cosigner.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness answers to a log that brings its checkpoint, rule by rule of C2SP tlog-witness. */
class CosignerTest {
    private static final NoteSigner LOG = LogKey.read(LogKey.create(), HostileLog.NAME, KeyAlgorithm.ED25519);
    private static final NoteSigner WITNESS = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.COSIGNATURE);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    @TempDir
    private Path folder = Path.of("");

    private Cosigner cosigner = cosigner();

    @BeforeEach
    void open() {
        cosigner = cosigner();
    }

    private Cosigner cosigner() {
        return new Cosigner(LOG.verifier(), WITNESS, new WitnessFolder(folder), CLOCK);
    }

    private static SignedNote note(NoteSigner signer, String origin, long size, Hash root) {
        String text = new Checkpoint(origin, size, root).text();
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    private static Submission growth(int from, int to, int fork) {
        Growth tree = HostileLog.tree(to, fork);
        ConsistencyProof proof = ConsistencyProof.of(from, to, new TileNodes(tree.tiles()));
        return new Submission(
                from, proof.hashes(), note(LOG, HostileLog.NAME, to, tree.edge().root()));
    }

    private Answer add(Submission submission) throws Exception {
        return cosigner.add(submission.encode().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void logThatGrewIsCosignedAndRememberedBeforeTheAnswer() throws Exception {
        assertThat(add(growth(0, 300, 300)).status()).isEqualTo(200);
        Submission grown = growth(300, 1_000, 1_000);
        Answer answer = add(grown);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).endsWith("\n");
        NoteSignature given = NoteSignature.parse(answer.body().strip());
        assertThat(WITNESS.verifier().verifies(grown.checkpoint().text(), given))
                .isTrue();
        assertThat(Files.readString(folder.resolve("checkpoint")))
                .isEqualTo(grown.checkpoint().with(given).encode());
        cosigner = cosigner();
        assertThat(add(growth(300, 2_000, 2_000)).status()).isEqualTo(409);
    }

    @Test
    void sameCheckpointIsCosignedAgain() throws Exception {
        add(growth(0, 300, 300));
        assertThat(add(growth(300, 300, 300)).status()).isEqualTo(200);
    }

    @Test
    void otherOldSizeIsAnsweredWithTheOneThatIsKnown() throws Exception {
        add(growth(0, 300, 300));
        for (Submission other : List.of(growth(0, 400, 400), growth(299, 400, 400), growth(301, 400, 400))) {
            assertThat(add(other)).isEqualTo(new Answer(409, "text/x.tlog.size", "300\n"));
        }
    }

    @Test
    void oldSizeBeyondTheCheckpointIsMalformed() throws Exception {
        Submission grown = growth(0, 300, 300);
        assertThat(add(new Submission(301, List.of(), grown.checkpoint())).status())
                .isEqualTo(400);
        assertThat(cosigner.add(new byte[0]).status()).isEqualTo(400);
        assertThat(cosigner.add("old 0\n\nno checkpoint\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unknownLogIsNotFound() throws Exception {
        NoteSigner other = LogKey.read(LogKey.create(), "other.example", KeyAlgorithm.ED25519);
        SignedNote note = note(other, "other.example", 1, Hash.OF_NOTHING);
        assertThat(add(new Submission(0, List.of(), note)).status()).isEqualTo(404);
    }

    @Test
    void checkpointOfAnotherKeyIsForbiddenAlsoWhereItBearsTheName() throws Exception {
        NoteSigner other = LogKey.read(LogKey.create(), HostileLog.NAME, KeyAlgorithm.ED25519);
        SignedNote note = note(other, HostileLog.NAME, 1, Hash.OF_NOTHING);
        assertThat(add(new Submission(0, List.of(), note)).status()).isEqualTo(403);
        String text = new Checkpoint(HostileLog.NAME, 1, Hash.OF_NOTHING).text();
        NoteSignature right = LOG.sign(text);
        byte[] bytes = right.bytes().clone();
        bytes[5] ^= 1;
        SignedNote forged = new SignedNote(text, List.of(new NoteSignature(right.name(), right.keyId(), bytes)));
        assertThat(add(new Submission(0, List.of(), forged)).status()).isEqualTo(403);
    }

    @Test
    void rewrittenLogIsNotCosignedAndTheEvidenceKept() throws Exception {
        add(growth(0, 300, 300));
        assertThat(add(growth(300, 400, 299)).status()).isEqualTo(422);
        assertThat(Files.readString(folder.resolve("evidence")))
                .contains("\n300\n")
                .contains("\n400\n");
        assertThat(Files.readString(folder.resolve("checkpoint"))).contains("\n300\n");
    }

    @Test
    void everyHashOfTheProofCounts() throws Exception {
        add(growth(0, 300, 300));
        Submission grown = growth(300, 1_000, 1_000);
        for (int i = 0; i < grown.proof().size(); i++) {
            List<Hash> shorter = new ArrayList<>(grown.proof());
            shorter.remove(i);
            assertThat(add(new Submission(300, shorter, grown.checkpoint())).status())
                    .isEqualTo(422);
            List<Hash> other = new ArrayList<>(grown.proof());
            other.set(i, Hash.OF_NOTHING);
            assertThat(add(new Submission(300, other, grown.checkpoint())).status())
                    .isEqualTo(422);
        }
        assertThat(add(grown).status()).isEqualTo(200);
    }

    @Test
    void firstCheckpointWithAProofIsUnprocessable() throws Exception {
        Submission first = growth(0, 300, 300);
        assertThat(add(new Submission(0, List.of(Hash.OF_NOTHING), first.checkpoint()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twoRootsOfOneSizeAreAConflict() throws Exception {
        add(growth(0, 300, 300));
        Submission other = growth(300, 300, 7);
        assertThat(add(other)).isEqualTo(new Answer(409, "text/x.tlog.size", "300\n"));
        assertThat(folder.resolve("evidence")).exists();
    }

    @Test
    void whatOthersSignedIsIgnoredAndNotKept() throws Exception {
        Submission first = growth(0, 300, 300);
        NoteSigner other = LogKey.read(LogKey.create(), "w2.example", KeyAlgorithm.COSIGNATURE);
        SignedNote both = first.checkpoint()
                .with(other.cosign(Checkpoint.parse(first.checkpoint().text()), Instant.EPOCH));
        assertThat(add(new Submission(0, List.of(), both)).status()).isEqualTo(200);
        assertThat(Files.readString(folder.resolve("checkpoint"))).doesNotContain("w2.example");
    }
}
