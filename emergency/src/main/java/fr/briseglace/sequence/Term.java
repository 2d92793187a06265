package fr.briseglace.sequence;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.RightEdge.Growth;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One node's time as leader. The lock lives as long as the connection, and every commit asks for the epoch as well: a
 * leader that was taken for dead commits nothing once another has begun.
 */
final class Term {
    /** Of the advisory lock that only a leader holds. */
    private static final long LOCK = 0x6c65_6166_5f6c_6f67L;

    private static final String TRY_LOCK = "select pg_try_advisory_lock($1)";
    private static final String BEGIN = "update sequencing set epoch = epoch + 1 returning epoch, size";
    private static final String EDGE = """
            select t.level, t.tile_index, t.hashes
            from tile t join unnest($1::int[], $2::bigint[]) as e (level, tile_index) using (level, tile_index)
            order by t.level
            """;
    private static final String LAST = "select size, root, note from checkpoint order by size desc limit 1";
    private static final String STILL = "select 1 from sequencing where epoch = $1 and size = $2 for update";
    private static final String WAITING = "select exists (select from unsequenced)";
    private static final String TAKE = """
            delete from unsequenced where ctid = any (array(select ctid from unsequenced limit $1))
            returning record_id, record_at, leaf
            """;
    private static final String PLACE = """
            insert into leaf (leaf_index, record_id, hash)
            select $1 + e.place - 1, e.record_id, e.hash
            from unnest($2::uuid[], $3::bytea[]) with ordinality as e (record_id, hash, place)
            """;
    private static final String GROW = "select grow_tiles($1, $2, $3) = cardinality($1)";
    private static final String SIGN = "select sign_checkpoint($1, $2, $3)";
    private static final String ADVANCE = "update sequencing set size = $1";

    private final PgConnection connection;
    private LogIdentity identity;
    private final long epoch;
    private RightEdge edge;

    private Term(PgConnection connection, LogIdentity identity, long epoch, RightEdge edge) {
        this.connection = connection;
        this.identity = identity;
        this.epoch = epoch;
        this.edge = edge;
    }

    /**
     * Tries to become leader on a connection of its own.
     *
     * @return null where somebody else is. Fails with {@link LogFault} where what is stored is not a log of that identity
     */
    static Future<@Nullable Term> begin(PgConnection connection, LogIdentity identity) {
        return connection
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(LOCK))
                .compose(rows ->
                        rows.iterator().next().getBoolean(0) ? lead(connection, identity) : Future.succeededFuture());
    }

    private static Future<@Nullable Term> lead(PgConnection connection, LogIdentity identity) {
        return connection
                .query(BEGIN)
                .execute()
                .map(rows -> rows.iterator().next())
                .compose(row -> edge(connection, row.getLong("size"))
                        .map(edge -> new Term(connection, identity, row.getLong("epoch"), edge)))
                .compose(term -> term.greet().map(term));
    }

    private static Future<RightEdge> edge(PgConnection connection, long size) {
        List<TileId> ids = RightEdge.tiles(size);
        Tuple tuple = Tuple.tuple()
                .addArrayOfInteger(ids.stream().map(TileId::level).toArray(Integer[]::new))
                .addArrayOfLong(ids.stream().map(TileId::index).toArray(Long[]::new));
        return connection.preparedQuery(EDGE).execute(tuple).map(rows -> {
            List<Tile> tiles = new ArrayList<>();
            for (Row row : rows) {
                tiles.add(new Tile(
                        row.getInteger(0),
                        row.getLong(1),
                        Hash.list(row.getBuffer(2).getBytes())));
            }
            return RightEdge.of(size, tiles);
        });
    }

    /** What is stored must be a log of ours; where the keys are new since, its checkpoint is signed again. */
    private Future<Void> greet() {
        return connection.query(LAST).execute().compose(rows -> {
            if (rows.size() == 0) {
                return edge.size() == 0
                        ? inTransaction(() -> sign(edge))
                        : Future.failedFuture(new LogFault("the log has leaves and no checkpoint"));
            }
            Row row = rows.iterator().next();
            SignedNote note = SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8));
            Checkpoint last = Checkpoint.parse(note.text());
            if (!last.origin().equals(identity.origin())) {
                return Future.failedFuture(new LogFault("the stored log has another name than this node gives it"));
            }
            if (last.size() != edge.size() || !last.root().equals(edge.root())) {
                return Future.failedFuture(new LogFault("the stored tiles do not give the last checkpoint's root"));
            }
            return note.equals(identity.sign(last)) ? Future.succeededFuture() : inTransaction(() -> sign(edge));
        });
    }

    /** Lets others sign from now on; where they are others, they sign the last checkpoint again at once. */
    Future<Void> signAs(LogIdentity other) {
        if (other.equals(identity)) {
            return Future.succeededFuture();
        }
        identity = other;
        return inTransaction(() -> sign(edge));
    }

    /** How many leaves the log has. */
    long size() {
        return edge.size();
    }

    /** Places what waits, or finds that nothing does; fails where this term is over. */
    Future<Batch> round(int most) {
        return connection
                .query(WAITING)
                .execute()
                .compose(rows -> rows.iterator().next().getBoolean(0)
                        ? place(most)
                        : Future.succeededFuture(new Batch(List.of())));
    }

    private Future<Batch> place(int most) {
        return inTransaction(() -> take(most).compose(batch -> {
                    Growth growth = edge.grow(batch.leaves());
                    return store(batch, growth).map(done -> new Placed(batch, growth));
                }))
                .map(placed -> {
                    edge = placed.growth().edge();
                    return placed.batch();
                });
    }

    private record Placed(Batch batch, Growth growth) {}

    private Future<Batch> take(int most) {
        return connection.preparedQuery(TAKE).execute(Tuple.of(most)).map(rows -> {
            List<Batch.Entry> entries = new ArrayList<>(rows.size());
            for (Row row : rows) {
                entries.add(new Batch.Entry(
                        row.getUUID(0),
                        row.getOffsetDateTime(1).toInstant(),
                        Hash.of(row.getBuffer(2).getBytes())));
            }
            entries.sort(Comparator.comparing(Batch.Entry::at).thenComparing(Batch.Entry::recordId));
            return new Batch(entries);
        });
    }

    private Future<Void> store(Batch batch, Growth growth) {
        List<Batch.Entry> entries = batch.entries();
        Tuple leaves = Tuple.of(
                edge.size(),
                entries.stream().map(Batch.Entry::recordId).toArray(UUID[]::new),
                entries.stream().map(e -> Buffer.buffer(e.leaf().bytes())).toArray(Buffer[]::new));
        List<Tile> tiles = growth.tiles();
        Tuple grown = Tuple.of(
                tiles.stream().map(Tile::level).toArray(Integer[]::new),
                tiles.stream().map(Tile::index).toArray(Long[]::new),
                tiles.stream().map(tile -> Buffer.buffer(tile.bytes())).toArray(Buffer[]::new));
        return connection
                .preparedQuery(PLACE)
                .execute(leaves)
                .compose(done -> connection.preparedQuery(GROW).execute(grown))
                .compose(done -> held(done, "a stored tile is not what the tree grew from"))
                .compose(done -> sign(growth.edge()));
    }

    private Future<Void> sign(RightEdge grown) {
        Checkpoint checkpoint = new Checkpoint(identity.origin(), grown.size(), grown.root());
        Tuple signed = Tuple.of(
                grown.size(),
                Buffer.buffer(grown.root().bytes()),
                identity.sign(checkpoint).encode());
        return connection
                .preparedQuery(SIGN)
                .execute(signed)
                .compose(done -> held(done, "another checkpoint of that size was signed before"))
                .compose(done -> connection.preparedQuery(ADVANCE).execute(Tuple.of(grown.size())))
                .mapEmpty();
    }

    private static Future<Void> held(RowSet<Row> answer, String otherwise) {
        return answer.iterator().next().getBoolean(0)
                ? Future.succeededFuture()
                : Future.failedFuture(new LogFault(otherwise));
    }

    private interface Work<T> {
        Future<T> begin();
    }

    private <T> Future<T> inTransaction(Work<T> work) {
        return connection.begin().compose(transaction -> connection
                .preparedQuery(STILL)
                .execute(Tuple.of(epoch, edge.size()))
                .compose(rows -> rows.size() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(new LogFault("another node leads")))
                .compose(led -> work.begin())
                .compose(value -> transaction.commit().map(value), failure -> undone(transaction)
                        .compose(v -> Future.failedFuture(failure))));
    }

    private static Future<Void> undone(Transaction transaction) {
        return transaction.rollback().otherwiseEmpty();
    }
}
