package fr.briseglace.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of {@code add-checkpoint}, as C2SP tlog-witness has it. */
class SubmissionTest {
    private static final String HASH = Hash.OF_NOTHING.base64();
    private static final NoteSigner KEY = Keys.signer("log.example/trail", KeyAlgorithm.ED25519);
    private static final String NOTE = note();

    private static String note() {
        String text = new Checkpoint("log.example/trail", 7, Hash.OF_NOTHING).text();
        return new SignedNote(text, List.of(KEY.sign(text))).encode();
    }

    private static Submission parse(String body) {
        return Submission.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sizeAndProofStandBeforeTheCheckpoint() {
        String body = "old 5\n" + HASH + "\n" + HASH + "\n\n" + NOTE;
        Submission read = parse(body);
        assertThat(read.old()).isEqualTo(5);
        assertThat(read.proof()).containsExactly(Hash.OF_NOTHING, Hash.OF_NOTHING);
        assertThat(read.checkpoint().isSignedBy(KEY.verifier())).isTrue();
        assertThat(read.encode()).isEqualTo(body);
    }

    @Test
    void firstCheckpointHasNoProof() {
        assertThat(parse("old 0\n\n" + NOTE).proof()).isEmpty();
    }

    @Test
    void noProofIsLongerThanSixtyThreeHashes() {
        String proof = String.join(
                "", IntStream.range(0, 63).mapToObj(i -> HASH + "\n").toList());
        assertThat(parse("old 1\n" + proof + "\n" + NOTE).proof()).hasSize(63);
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> parse("old 1\n" + proof + HASH + "\n\n" + NOTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0",
                "old 0\n",
                "old 00\n\n",
                "old 01\n\n",
                "old -1\n\n",
                "old +1\n\n",
                "old  1\n\n",
                "old 1 \n\n",
                "Old 1\n\n",
                "1\n\n",
                "old 1\r\n\r\n",
                "old 9999999999999999999\n\n",
                "old 1\nAAAA\n\n",
                "old 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n\n",
                "old 1\n 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"
            })
    void everythingElseIsRefused(String head) {
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> parse(head + NOTE));
    }

    @Test
    void checkpointWithoutASignatureIsNone() {
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> parse("old 0\n\nlog.example/trail\n7\n" + HASH + "\n"));
    }
}
