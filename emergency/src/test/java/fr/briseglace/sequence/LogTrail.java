package fr.briseglace.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A trail with a log, in a database of its own. */
public final class LogTrail {
    private static final String INSERT = """
            insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id,
                professional_name, profession, structure_id, structure_name, record_version, salt, leaf)
            select gen_random_uuid(), clock_timestamp(), 'opened', gen_random_uuid(), gen_random_uuid(), 'centre_15',
                '800000000001', 'Dr Anne REGUL', 'doctor', '1440000001', 'SAMU 44', 1, sha256(n::text::bytea),
                sha256(gen_random_uuid()::text::bytea)
            from generate_series(1, $1) n
            returning record_id
            """;

    private final Vertx vertx;
    private final Database database;
    final Pool pool;

    LogTrail(Vertx vertx, DatabaseSettings settings) {
        this.vertx = vertx;
        this.database = Database.open(vertx, settings);
        this.pool = database.console();
    }

    static <T extends @Nullable Object> T wait(Future<T> future) throws Exception {
        return future.await(30, TimeUnit.SECONDS);
    }

    RowSet<Row> run(String sql, Object... values) throws Exception {
        return wait(pool.preparedQuery(sql).execute(Tuple.wrap(values)));
    }

    /** Does something as somebody who may switch off what stands in the way. */
    void tamper(String statement) throws Exception {
        wait(pool.query("set session_replication_role = replica; " + statement + "; reset session_replication_role")
                .execute());
    }

    /** Records that many, in one commit. */
    List<UUID> record(int count) throws Exception {
        return wait(record(pool, count));
    }

    static Future<List<UUID>> record(SqlClient client, int count) {
        return client.preparedQuery(INSERT).execute(Tuple.of(count)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    Future<PgConnection> connect() {
        return database.connect("sequencer");
    }

    Sequencer sequencer(LogIdentity identity) {
        Tempo quick = new Tempo(64, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10));
        return Sequencer.start(
                vertx,
                this::connect,
                () -> identity,
                quick,
                InstantSource.system(),
                new SequencerMetrics(new SimpleMeterRegistry()));
    }

    long count(String table) throws Exception {
        return run("select count(*) from " + table).iterator().next().getLong(0);
    }

    /** Waits until nothing waits. */
    void settle() throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (count("unsequenced") > 0) {
            assertThat(Instant.now()).as("the log is sequenced in time").isBefore(end);
        }
    }

    /** All leaves in their order, without a gap. */
    List<Hash> leaves() throws Exception {
        List<Hash> leaves = new ArrayList<>();
        for (Row row : run("select leaf_index, hash from leaf order by leaf_index")) {
            assertThat(row.getLong(0)).isEqualTo(leaves.size());
            leaves.add(Hash.of(row.getBuffer(1).getBytes()));
        }
        return leaves;
    }

    /** Every record has one place, with its own leaf; tiles and every checkpoint there ever was follow from the leaves. */
    void isWhole(LogIdentity identity) throws Exception {
        List<Hash> leaves = leaves();
        assertThat(count("access")).isEqualTo(leaves.size());
        assertThat(run("select 1 from access a join leaf l on l.record_id = a.record_id and l.hash = a.leaf"))
                .hasSize(leaves.size());
        List<Tile> tiles = new ArrayList<>();
        RightEdge.EMPTY.grow(leaves).tiles().forEach(tiles::add);
        for (Tile tile : tiles) {
            Buffer stored = run(
                            "select hashes from tile where level = $1 and tile_index = $2", tile.level(), tile.index())
                    .iterator()
                    .next()
                    .getBuffer(0);
            assertThat(stored.getBytes()).isEqualTo(tile.bytes());
        }
        assertThat(count("tile")).isEqualTo(tiles.size());
        RightEdge edge = RightEdge.EMPTY;
        for (Row row : run("select size, root, note from checkpoint order by size")) {
            int size = Math.toIntExact(row.getLong(0));
            edge = edge.grow(leaves.subList((int) edge.size(), size)).edge();
            SignedNote note = SignedNote.parse(row.getString(2).getBytes(StandardCharsets.UTF_8));
            assertThat(note.isSignedBy(identity.signer().verifier())).isTrue();
            assertThat(Checkpoint.parse(note.text())).isEqualTo(new Checkpoint(identity.origin(), size, edge.root()));
            assertThat(row.getBuffer(1).getBytes()).isEqualTo(edge.root().bytes());
        }
        assertThat(edge.size()).isEqualTo(leaves.size());
    }
}
