package fr.briseglace.sequence;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Subtree;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileId;
import fr.briseglace.tlog.TileNodes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log in PostgreSQL. */
public final class PgTransparencyLog implements TransparencyLog {
    private static final String COSIGNED_NOTE = """
            c.note || coalesce((select string_agg(s.line || E'\\n', '' order by s.witness)
                                from cosignature s where s.size = c.size), '') as note
            """;
    private static final String CHECKPOINT =
            "select " + COSIGNED_NOTE + " from checkpoint c order by c.size desc limit 1";
    private static final String COSIGNED = "select " + COSIGNED_NOTE + """
            from checkpoint c
            join (select size from cosignature group by size order by count(*) desc, size desc limit 1) s using (size)
            """;
    private static final String TILE = """
            select substring(hashes for $3) from tile
            where level = $1 and tile_index = $2 and octet_length(hashes) >= $3
            """;
    private static final String PLACE = """
            select l.leaf_index, l.hash, c.note
            from (select min(leaf_index) as leaf_index from leaf where record_id = $1) first
            join leaf l using (leaf_index)
            cross join (""" + CHECKPOINT + ") c";
    private static final String TILES = """
            select t.level, t.tile_index, substring(t.hashes for n.width * 32)
            from tile t join unnest($1::int[], $2::bigint[], $3::int[]) as n (level, tile_index, width)
                using (level, tile_index)
            """;

    private final SqlClient sql;

    /** Over a pool. */
    public PgTransparencyLog(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Optional<String>> checkpoint() {
        return first(CHECKPOINT, Tuple.tuple()).map(row -> row.map(r -> r.getString(0)));
    }

    @Override
    public Future<Optional<String>> cosigned() {
        return first(COSIGNED, Tuple.tuple()).map(row -> row.map(r -> r.getString(0)));
    }

    @Override
    public Future<ConsistencyProof> growth(long from, long to) {
        List<Subtree> subtrees = ConsistencyProof.subtrees(from, to);
        return subtrees.isEmpty()
                ? Future.succeededFuture(new ConsistencyProof(from, to, List.of()))
                : tiles(subtrees, to).map(tiles -> ConsistencyProof.of(from, to, new TileNodes(tiles)));
    }

    @Override
    public Future<Optional<byte[]>> tile(TileId id) {
        return first(TILE, Tuple.of(id.level(), id.index(), id.width() * Hash.LENGTH))
                .map(row -> row.map(r -> r.getBuffer(0).getBytes()));
    }

    @Override
    public Future<Optional<Place>> place(UUID recordId) {
        return first(PLACE, Tuple.of(recordId))
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : prove(row.get()).map(Optional::of));
    }

    private Future<Place> prove(Row row) {
        long index = row.getLong(0);
        Hash leaf = Hash.of(row.getBuffer(1).getBytes());
        String note = row.getString(2);
        Checkpoint checkpoint = Checkpoint.parse(
                SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text());
        List<Subtree> subtrees = InclusionProof.subtrees(index, checkpoint.size());
        return tiles(subtrees, checkpoint.size()).map(tiles -> {
            InclusionProof proof = InclusionProof.of(index, checkpoint.size(), new TileNodes(tiles));
            if (!proof.holds(leaf, checkpoint.root())) {
                throw new LogFault("what is stored of the log does not prove the leaf " + index);
            }
            return new Place(leaf, proof, note);
        });
    }

    private Future<List<Tile>> tiles(List<Subtree> subtrees, long size) {
        List<TileId> ids = List.copyOf(TileNodes.needed(subtrees, size));
        Tuple tuple = Tuple.of(
                ids.stream().map(TileId::level).toArray(Integer[]::new),
                ids.stream().map(TileId::index).toArray(Long[]::new),
                ids.stream().map(TileId::width).toArray(Integer[]::new));
        return sql.preparedQuery(TILES).execute(tuple).map(rows -> {
            List<Tile> tiles = new ArrayList<>();
            for (Row row : rows) {
                tiles.add(new Tile(
                        row.getInteger(0),
                        row.getLong(1),
                        Hash.list(row.getBuffer(2).getBytes())));
            }
            return tiles;
        });
    }

    private Future<Optional<Row>> first(String statement, Tuple tuple) {
        return sql.preparedQuery(statement)
                .execute(tuple)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next()));
    }
}
