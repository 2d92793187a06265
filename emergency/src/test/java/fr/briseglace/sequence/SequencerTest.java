package fr.briseglace.sequence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.store.TestPostgres;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.Keys;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.TileId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {
    private static final String NAME = "log.example/trail";
    private static final NoteSigner KEY = Keys.signer(NAME, KeyAlgorithm.ED25519);
    private static final LogIdentity IDENTITY = new LogIdentity(KEY, List.of());
    private static final int KILLS = 50;

    private final Vertx vertx = Vertx.vertx();
    private LogTrail trail;

    @BeforeEach
    void open() {
        trail = new LogTrail(vertx, TestPostgres.fresh());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private Term term() throws Exception {
        return term(LogTrail.wait(trail.connect()), IDENTITY);
    }

    private static Term term(PgConnection connection, LogIdentity identity) throws Exception {
        return requireNonNull(LogTrail.<@Nullable Term>wait(Term.begin(connection, identity)));
    }

    private SignedNote served() throws Exception {
        String note =
                LogTrail.wait(new PgTransparencyLog(trail.pool).checkpoint()).orElseThrow();
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyLogHasACheckpoint() throws Exception {
        term();
        assertThat(Checkpoint.parse(served().text())).isEqualTo(new Checkpoint(NAME, 0, Hash.OF_NOTHING));
        trail.isWhole(IDENTITY);
    }

    @Test
    void recordsGetTheirPlacesInBatches() throws Exception {
        Term term = term();
        trail.record(700);
        int placed = 0;
        while (trail.count("unsequenced") > 0) {
            placed += LogTrail.wait(term.round(300)).entries().size();
        }
        assertThat(placed).isEqualTo(700);
        assertThat(LogTrail.wait(term.round(300)).entries()).isEmpty();
        trail.isWhole(IDENTITY);
    }

    @Test
    void recordThatCommitsLateIsPlacedLate() throws Exception {
        Term term = term();
        PgConnection slow = LogTrail.wait(trail.connect());
        Transaction late = LogTrail.wait(slow.begin());
        List<UUID> lateId = LogTrail.wait(LogTrail.record(slow, 1));
        trail.record(3);
        LogTrail.wait(term.round(300));
        assertThat(trail.leaves()).hasSize(3);
        LogTrail.wait(late.commit());
        assertThat(LogTrail.wait(term.round(300)).entries())
                .extracting(Batch.Entry::recordId)
                .isEqualTo(lateId);
        trail.isWhole(IDENTITY);
    }

    @Test
    void recordThatIsRolledBackLeavesNothing() throws Exception {
        Term term = term();
        PgConnection other = LogTrail.wait(trail.connect());
        Transaction undone = LogTrail.wait(other.begin());
        LogTrail.wait(LogTrail.record(other, 5));
        LogTrail.wait(undone.rollback());
        assertThat(LogTrail.wait(term.round(300)).entries()).isEmpty();
        trail.isWhole(IDENTITY);
    }

    @Test
    void onlyOneLeads() throws Exception {
        term();
        assertThat(LogTrail.<@Nullable Term>wait(trail.connect().compose(c -> Term.begin(c, IDENTITY))))
                .isNull();
    }

    @Test
    void leaderThatWasTakenForDeadCommitsNothingMore() throws Exception {
        PgConnection first = LogTrail.wait(trail.connect());
        Term old = term(first, IDENTITY);
        trail.record(3);
        LogTrail.wait(old.round(300));
        LogTrail.wait(first.query("select pg_advisory_unlock_all()").execute());
        Term next = term();
        trail.record(3);
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> LogTrail.wait(old.round(300)))
                .withMessage("another node leads");
        assertThat(trail.leaves()).hasSize(3);
        LogTrail.wait(next.round(300));
        trail.isWhole(IDENTITY);
    }

    @Test
    void nextLeaderGoesOnWhereTheLastOneStopped() throws Exception {
        PgConnection first = LogTrail.wait(trail.connect());
        Term old = term(first, IDENTITY);
        trail.record(600);
        LogTrail.wait(old.round(600));
        LogTrail.wait(first.close());
        trail.record(70);
        LogTrail.wait(term().round(600));
        trail.isWhole(IDENTITY);
    }

    @Test
    void logOfAnotherNameIsNotContinued() throws Exception {
        PgConnection first = LogTrail.wait(trail.connect());
        term(first, IDENTITY);
        LogTrail.wait(first.close());
        LogIdentity other = new LogIdentity(Keys.signer("other.example/log", KeyAlgorithm.ED25519), List.of());
        assertThatThrownBy(() -> term(LogTrail.wait(trail.connect()), other)).hasMessageContaining("another name");
    }

    @Test
    void logWhoseTilesWereChangedIsNotContinued() throws Exception {
        PgConnection first = LogTrail.wait(trail.connect());
        Term old = term(first, IDENTITY);
        trail.record(5);
        LogTrail.wait(old.round(300));
        LogTrail.wait(first.close());
        trail.tamper("update tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");
        assertThatThrownBy(this::term).hasMessageContaining("do not give the last checkpoint's root");
    }

    @Test
    void tileChangedUnderALeaderStopsIt() throws Exception {
        Term term = term();
        trail.record(5);
        LogTrail.wait(term.round(300));
        trail.tamper("update tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");
        trail.record(1);
        assertThatThrownBy(() -> LogTrail.wait(term.round(300))).hasMessageContaining("a stored tile");
        assertThat(trail.leaves()).hasSize(5);
    }

    @Test
    void newKeySignsTheLastCheckpointAgain() throws Exception {
        PgConnection first = LogTrail.wait(trail.connect());
        Term old = term(first, IDENTITY);
        trail.record(5);
        LogTrail.wait(old.round(300));
        LogTrail.wait(first.close());
        String text = served().text();
        NoteSigner successor = Keys.signer(NAME, KeyAlgorithm.ED25519);
        term(LogTrail.wait(trail.connect()), new LogIdentity(KEY, List.of(successor)));
        assertThat(served().text()).isEqualTo(text);
        assertThat(served().isSignedBy(KEY.verifier())).isTrue();
        assertThat(served().isSignedBy(successor.verifier())).isTrue();
    }

    @Test
    void announcedKeyTakesOverUnderALeader() throws Exception {
        NoteSigner successor = Keys.signer(NAME, KeyAlgorithm.ED25519);
        Term term = term(LogTrail.wait(trail.connect()), new LogIdentity(KEY, List.of(successor)));
        trail.record(5);
        LogTrail.wait(term.round(300));
        String text = served().text();

        LogTrail.wait(term.signAs(new LogIdentity(successor, List.of())));
        assertThat(served().text()).isEqualTo(text);
        assertThat(served().isSignedBy(successor.verifier())).isTrue();
        assertThat(served().isSignedBy(KEY.verifier())).isFalse();

        trail.record(3);
        LogTrail.wait(term.round(300));
        assertThat(served().isSignedBy(successor.verifier())).isTrue();
        assertThat(Checkpoint.parse(served().text()).size()).isEqualTo(8);
    }

    @Test
    void recordWhoseLeafIsNoHashIsRefusedAtOnce() {
        assertThatThrownBy(() -> trail.run("""
                        insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id,
                            professional_name, profession, structure_id, structure_name, record_version, salt, leaf)
                        select gen_random_uuid(), now(), 'opened', gen_random_uuid(), gen_random_uuid(), 'centre_15',
                            '8', 'Dr', 'doctor', '1', 'SAMU', 1, 'short', 'short'
                        """)).hasMessageContaining("unsequenced_leaf_check");
    }

    @Test
    void placeIsProvenAndTilesAreServedAsWideAsAsked() throws Exception {
        Term term = term();
        TransparencyLog log = new PgTransparencyLog(trail.pool);
        List<UUID> ids = trail.record(300);
        assertThat(LogTrail.wait(log.place(ids.getFirst()))).isEmpty();
        LogTrail.wait(term.round(1000));
        for (UUID id : ids) {
            TransparencyLog.Place place = LogTrail.wait(log.place(id)).orElseThrow();
            Checkpoint checkpoint =
                    Checkpoint.parse(SignedNote.parse(place.checkpoint().getBytes(StandardCharsets.UTF_8))
                            .text());
            assertThat(place.proof().size()).isEqualTo(300);
            assertThat(place.proof().holds(place.leaf(), checkpoint.root())).isTrue();
        }
        byte[] leaves = Hash.bytes(trail.leaves());
        assertThat(LogTrail.wait(log.tile(new TileId(0, 0, 256))).orElseThrow())
                .isEqualTo(Arrays.copyOf(leaves, 256 * 32));
        assertThat(LogTrail.wait(log.tile(new TileId(0, 0, 7))).orElseThrow()).isEqualTo(Arrays.copyOf(leaves, 7 * 32));
        assertThat(LogTrail.wait(log.tile(new TileId(0, 1, 44)))).isPresent();
        assertThat(LogTrail.wait(log.tile(new TileId(0, 1, 45)))).isEmpty();
        assertThat(LogTrail.wait(log.tile(new TileId(0, 2, 1)))).isEmpty();
    }

    @Test
    void damagedTileGivesNoProof() throws Exception {
        Term term = term();
        List<UUID> ids = trail.record(5);
        LogTrail.wait(term.round(1000));
        trail.tamper("update tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> LogTrail.wait(new PgTransparencyLog(trail.pool).place(ids.getLast())));
    }

    /** The server ends the leader's connection at one step of its batch; the next leader does it all. */
    @ParameterizedTest
    @CsvSource({
        "before delete, unsequenced, immediate",
        "after delete, unsequenced, immediate",
        "before insert, leaf, immediate",
        "after insert, leaf, immediate",
        "before insert, tile, immediate",
        "after insert or update, tile, immediate",
        "before insert, checkpoint, immediate",
        "after insert, checkpoint, immediate",
        "before update, sequencing, immediate",
        "after update, sequencing, immediate",
        "after update, sequencing, deferred"
    })
    void leaderKilledAtAnyStepOfABatchLeavesItWholeOrUndone(String when, String table, String moment) throws Exception {
        Term first = term();
        trail.record(300);
        LogTrail.wait(first.round(300));
        trail.record(300);
        trail.run("create function die() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'");
        trail.run(
                moment.equals("deferred")
                        ? "create constraint trigger dying " + when + " on " + table
                                + " deferrable initially deferred for each row execute function die()"
                        : "create trigger dying " + when + " on " + table
                                + " for each statement execute function die()");
        assertThatThrownBy(() -> LogTrail.wait(first.round(300))).isNotNull();
        trail.run("drop trigger dying on " + table);
        assertThat(trail.leaves()).hasSize(300);
        LogTrail.wait(term().round(300));
        trail.isWhole(IDENTITY);
    }

    /**
     * Leaders are killed at random moments while records are written from several sides, some of them by transactions
     * that take their time. Nothing is lost, doubled or reordered, and no two checkpoints of one size differ.
     */
    @Test
    void killedLeadersLoseDoubleAndReorderNothing() throws Exception {
        Sequencer one = trail.sequencer(IDENTITY);
        Sequencer other = trail.sequencer(IDENTITY);
        Future<Integer> written = write(0);
        List<Hash> seen = List.of();
        for (int killed = 0; killed < KILLS; ) {
            killed += trail.run("""
                    select pg_terminate_backend(l.pid)
                    from (select pg_sleep(random() * 0.06)) waited
                    join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 1
                    where l.database = (select oid from pg_database where datname = current_database())
                    """).size();
            one.wake();
            List<Hash> now = trail.leaves();
            assertThat(now.subList(0, seen.size())).isEqualTo(seen);
            seen = now;
        }
        writing = false;
        int records = LogTrail.wait(written);
        trail.settle();
        assertThat(trail.leaves()).hasSize(records);
        trail.isWhole(IDENTITY);
        LogTrail.wait(Future.all(one.close(), other.close()));
    }

    private volatile boolean writing = true;

    /** Four commits at a time, of which every other one sleeps before it commits; again and again until told to stop. */
    private Future<Integer> write(int before) {
        List<Future<?>> commits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double pause = i % 2 == 0 ? 0 : 0.02;
            commits.add(trail.pool.withTransaction(
                    c -> LogTrail.record(c, 9).compose(ids -> c.query("select pg_sleep(random() * " + pause + ")")
                            .execute())));
        }
        return Future.all(commits).compose(done -> writing ? write(before + 36) : Future.succeededFuture(before + 36));
    }
}
