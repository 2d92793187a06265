package fr.briseglace.sequence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkpoints are served with what witnesses cosigned of them. */
class CosignaturesTest {
    private static final LogIdentity IDENTITY =
            new LogIdentity(Keys.signer("log.example/trail", KeyAlgorithm.ED25519), List.of());
    private static final NoteSigner ONE = Keys.signer("one.example", KeyAlgorithm.COSIGNATURE);
    private static final NoteSigner TWO = Keys.signer("two.example", KeyAlgorithm.COSIGNATURE);

    private final Vertx vertx = Vertx.vertx();
    private LogTrail trail;
    private PgTransparencyLog log;
    private PgCosignatures cosignatures;
    private Term term;

    @BeforeEach
    void begin() throws Exception {
        trail = new LogTrail(vertx, TestPostgres.fresh());
        log = new PgTransparencyLog(trail.pool);
        cosignatures = new PgCosignatures(trail.pool);
        term = requireNonNull(LogTrail.wait(trail.connect().compose(c -> Term.begin(c, IDENTITY))));
        grow(300);
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private UUID grow(int records) throws Exception {
        UUID last = trail.record(records).getLast();
        LogTrail.wait(term.round(1_000));
        return last;
    }

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private SignedNote served() throws Exception {
        return note(LogTrail.wait(log.checkpoint()).orElseThrow());
    }

    private SignedNote cosigned() throws Exception {
        return note(LogTrail.wait(log.cosigned()).orElseThrow());
    }

    private void cosign(NoteSigner witness, SignedNote note) throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        LogTrail.wait(cosignatures.keep(
                witness.verifier(),
                checkpoint.size(),
                witness.cosign(checkpoint, Instant.ofEpochSecond(1_800_000_000))));
    }

    @Test
    void cosignaturesStandBelowTheLogsOwnSignature() throws Exception {
        assertThat(LogTrail.wait(log.cosigned())).isEmpty();
        cosign(ONE, served());
        cosign(TWO, served());
        assertThat(served().isSignedBy(IDENTITY.signer().verifier())).isTrue();
        assertThat(served().isSignedBy(ONE.verifier())).isTrue();
        assertThat(served().isSignedBy(TWO.verifier())).isTrue();
        assertThat(served().signatures().getFirst().name()).isEqualTo(IDENTITY.origin());
        assertThat(cosigned()).isEqualTo(served());
    }

    @Test
    void nextCheckpointIsServedBareUntilItIsCosignedToo() throws Exception {
        SignedNote first = served();
        cosign(ONE, first);
        cosign(TWO, first);
        grow(7);
        assertThat(served().signatures()).hasSize(1);
        assertThat(cosigned().text()).isEqualTo(first.text());
        cosign(ONE, served());
        assertThat(served().isSignedBy(ONE.verifier())).isTrue();
        cosign(TWO, served());
        assertThat(cosigned()).isEqualTo(served());
    }

    @Test
    void lateAnswerReplacesNoLaterCosignature() throws Exception {
        SignedNote first = served();
        grow(7);
        cosign(ONE, served());
        cosign(ONE, first);
        assertThat(served().isSignedBy(ONE.verifier())).isTrue();
    }

    @Test
    void proofsCarryTheCosignaturesOfTheirCheckpoint() throws Exception {
        UUID record = grow(7);
        cosign(ONE, served());
        assertThat(note(LogTrail.wait(log.place(record)).orElseThrow().checkpoint())
                        .isSignedBy(ONE.verifier()))
                .isTrue();
    }

    @Test
    void growthIsProvenBetweenAnyTwoCheckpoints() throws Exception {
        Checkpoint earlier = Checkpoint.parse(served().text());
        for (int more : new int[] {1, 200, 12, 300}) {
            grow(more);
            Checkpoint later = Checkpoint.parse(served().text());
            ConsistencyProof growth = LogTrail.wait(log.growth(earlier.size(), later.size()));
            assertThat(growth.holds(earlier.root(), later.root())).isTrue();
            assertThat(LogTrail.wait(log.growth(later.size(), later.size())).hashes())
                    .isEmpty();
            assertThat(LogTrail.wait(log.growth(0, later.size())).hashes()).isEmpty();
        }
    }
}
