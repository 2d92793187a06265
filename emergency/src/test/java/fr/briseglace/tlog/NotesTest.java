package fr.briseglace.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    /** The example key and note by which implementations of signed notes are compared. */
    private static final String KNOWN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String KNOWN_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final NoteSigner LOG = Keys.signer("log.example/trail", KeyAlgorithm.ED25519);
    private static final NoteSigner WITNESS = Keys.signer("witness.example/w1", KeyAlgorithm.COSIGNATURE);
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/trail", 20_852_163, Trees.leaf(1));

    private static SignedNote signed() {
        return new SignedNote(CHECKPOINT.text(), List.of(LOG.sign(CHECKPOINT.text())));
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(UTF_8));
    }

    @Test
    void knownNoteIsSignedByTheKnownKey() {
        VerifierKey key = VerifierKey.parse(KNOWN_KEY);
        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.text()).isEqualTo(KNOWN_KEY);
        assertThat(parse(KNOWN_NOTE).isSignedBy(key)).isTrue();
        assertThat(parse(KNOWN_NOTE).encode()).isEqualTo(KNOWN_NOTE);
    }

    @Test
    void weSignTheKnownNoteWithTheSameBytes() {
        byte[] secret = Base64.getDecoder().decode(KNOWN_SECRET);
        NoteSigner signer =
                new NoteSigner(Keys.of(Arrays.copyOfRange(secret, 1, secret.length)), VerifierKey.parse(KNOWN_KEY));
        SignedNote known = parse(KNOWN_NOTE);
        assertThat(signer.sign(known.text())).isEqualTo(known.signatures().getFirst());
    }

    @Test
    void everyBitOfANoteCounts() {
        byte[] note = signed().encode().getBytes(UTF_8);
        int bits = note.length * Byte.SIZE;
        for (int bit = 0; bit < bits; bit++) {
            byte[] changed = note.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(accepted(changed)).as("bit %d", bit).isFalse();
        }
        assertThat(accepted(note)).isTrue();
    }

    private static boolean accepted(byte[] note) {
        try {
            SignedNote read = SignedNote.parse(note);
            return read.isSignedBy(LOG.verifier())
                    && Checkpoint.parse(read.text()).equals(CHECKPOINT);
        } catch (LogFault refused) {
            return false;
        }
    }

    @Test
    void aNoteOfStrangersIsSignedByNobodyWeKnow() {
        NoteSigner stranger = Keys.signer("log.example/trail", KeyAlgorithm.ED25519);
        SignedNote note = new SignedNote(CHECKPOINT.text(), List.of(stranger.sign(CHECKPOINT.text())));
        assertThat(note.isSignedBy(LOG.verifier())).isFalse();
        assertThat(note.with(LOG.sign(note.text())).isSignedBy(LOG.verifier())).isTrue();
    }

    @Test
    void oneFalseSignatureInTheKeysNameSpoilsTheNote() {
        NoteSignature good = LOG.sign(CHECKPOINT.text());
        NoteSignature bad = new NoteSignature(good.name(), good.keyId(), new byte[64]);
        SignedNote note = signed().with(bad);
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> note.isSignedBy(LOG.verifier()))
                .withMessage("the signature is false");
    }

    @Test
    void cosignatureHoldsAtItsTimeOnly() {
        NoteSignature cosigned = WITNESS.cosign(CHECKPOINT, Instant.ofEpochSecond(1_679_315_147));
        SignedNote note = signed().with(cosigned);
        assertThat(parse(note.encode()).isSignedBy(WITNESS.verifier())).isTrue();
        assertThat(parse(note.encode()).isSignedBy(LOG.verifier())).isTrue();

        byte[] later = cosigned.bytes().clone();
        later[7]++;
        SignedNote moved = signed().with(new NoteSignature(cosigned.name(), cosigned.keyId(), later));
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> moved.isSignedBy(WITNESS.verifier()));
    }

    @Test
    void cosignatureIsOverTheMessageOfTheSpecification() {
        assertThat(new String(Cosignature.message(1_679_315_147, CHECKPOINT.text()), UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\n" + CHECKPOINT.text());
    }

    @Test
    void aKeyIsForOneThing() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> WITNESS.sign(CHECKPOINT.text()));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> LOG.cosign(CHECKPOINT, Instant.ofEpochSecond(1)));
        assertThat(VerifierKey.parse(WITNESS.verifier().text())).isEqualTo(WITNESS.verifier());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void otherKeysAreNone(String text) {
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— a AAAAAAA=",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a b AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a !!!!!!!!\n",
                "te\tt\n\n— a AAAAAAA=\n",
                "te\r\n\n— a AAAAAAA=\n"
            })
    void otherNotesAreNone(String note) {
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> parse(note));
    }

    @Test
    void notesAreBounded() {
        String line = "— a AAAAAAA=\n";
        assertThat(parse("text\n\n" + line.repeat(16)).signatures()).hasSize(16);
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> parse("text\n\n" + line.repeat(65)));
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> parse("t".repeat(SignedNote.LONGEST) + "\n\n" + line));
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xc3, 0x28, '\n', '\n'}));
    }

    @Property
    void checkpointsAreReadBack(@ForAll @LongRange(max = 999_999_999_999_999_999L) long size) {
        Checkpoint checkpoint = new Checkpoint("log.example/trail", size, Trees.leaf(size), List.of("of others"));
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n",
                "origin\n5\n",
                "origin\n5\nROOT",
                "\n5\nROOT\n",
                "origin\n05\nROOT\n",
                "origin\n-5\nROOT\n",
                "origin\n+5\nROOT\n",
                "origin\n٥\nROOT\n",
                "origin\n9223372036854775808\nROOT\n",
                "origin\n5\nAAAA\n",
                "origin\n5\nROOT\n\n",
                "origin\n5\nROOT\n\nmore\n",
                "origin\n5 \nROOT\n"
            })
    void otherCheckpointsAreNone(String text) {
        String root = Trees.leaf(1).base64();
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> Checkpoint.parse(text.replace("ROOT", root)));
    }

    @Test
    void faultsRepeatNothingOfWhatWasRead() {
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> Checkpoint.parse(
                        parse("<script>\n\n— <script> AAAAAAA=\n").text()))
                .withMessageNotContaining("script");
    }
}
