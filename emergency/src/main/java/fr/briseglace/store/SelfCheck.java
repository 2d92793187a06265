package fr.briseglace.store;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.RightEdge;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.VerifierKey;
import fr.briseglace.trail.Tombstone;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the whole trail with the whole log: each record with its leaf, the leaves with the tiles and with every
 * checkpoint; all on one snapshot of the store. Says where something is wrong, never whose record it is.
 */
public final class SelfCheck {
    /** More findings than these say nothing new. */
    private static final int MOST_FINDINGS = 100;

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String NO_LIMIT = "set local statement_timeout = 0";
    private static final String LEAVES = """
            select l.leaf_index, l.hash as placed, a.*, w.at as erased_at, e.record_id as erasure_id,
                   e.at as erasure_at, e.erased_before, e.access_id as erasure_access, e.ordered_by,
                   e.reason as erasure_reason, e.records, e.digest, e.salt as erasure_salt,
                   c.root as signed_root, c.note as signed_note
            from leaf l
            left join access a using (record_id)
            left join erasure w on w.record_id = a.erased_by
            left join erasure e on e.record_id = l.record_id
            left join checkpoint c on c.size = l.leaf_index + 1
            order by l.leaf_index
            """;
    private static final String TILES = """
            select n.level, n.tile_index, t.hashes
            from unnest($1::int[], $2::bigint[]) as n (level, tile_index)
            left join tile t using (level, tile_index)
            """;
    private static final String TILES_OF_NOTHING = """
            select level, tile_index from tile
            where level not between 0 and 7 or tile_index < 0
               or tile_index >= (($1::bigint >> (8 * level)) + 255) / 256
            order by 1, 2 limit 10
            """;
    private static final String UNPLACED = """
            select count(*) from (select record_id from access union all select record_id from erasure) r
            where not exists (select from leaf l where l.record_id = r.record_id)
              and not exists (select from unsequenced u where u.record_id = r.record_id)
            """;
    private static final String TWICE = """
            select min(leaf_index) as first, max(leaf_index) as last
            from leaf group by record_id having count(*) > 1 order by 1 limit 10
            """;

    private static final String MISSED = """
            select e.record_id
            from erasure e
            left join (select a.erased_by, count(*) as records,
                              sha256(string_agg(a.leaf, ''::bytea order by a.record_id)) as digest
                       from access a where a.kind = 'erased' group by a.erased_by) t on t.erased_by = e.record_id
            where t.records is distinct from e.records or t.digest is distinct from e.digest
            """;

    private final SqlConnection connection;
    private final VerifierKey key;
    private final List<String> findings = new ArrayList<>();
    private RightEdge edge = RightEdge.EMPTY;

    private SelfCheck(SqlConnection connection, VerifierKey key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Checks everything.
     *
     * @param key by which the last checkpoint must be signed
     * @return what is wrong, one sentence each; empty where nothing is
     */
    public static Future<List<String>> run(Pool pool, VerifierKey key) {
        return pool.<List<String>>withTransaction(connection -> new SelfCheck(connection, key).check())
                .map(found -> found == null ? List.of() : found);
    }

    private Future<List<String>> check() {
        return connection
                .query(SNAPSHOT)
                .execute()
                .compose(done -> connection.query(NO_LIMIT).execute())
                .compose(done -> connection.prepare(LEAVES))
                .compose(statement -> {
                    Cursor cursor = statement.cursor();
                    return leaves(cursor).compose(done -> cursor.close());
                })
                .compose(done -> tiles(edge.tiles()))
                .compose(done -> connection.preparedQuery(TILES_OF_NOTHING).execute(Tuple.of(edge.size())))
                .compose(this::tilesOfNothing)
                .compose(done -> SignedCheck.run(connection, key, edge))
                .onSuccess(found -> found.forEach(this::found))
                .compose(done -> connection.query(UNPLACED).execute())
                .compose(this::unplaced)
                .compose(done -> connection.query(MISSED).execute())
                .compose(this::missed)
                .compose(done -> connection.query(TWICE).execute())
                .map(this::twice);
    }

    private void found(String sentence) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(sentence);
        }
    }

    private Future<Void> leaves(Cursor cursor) {
        return cursor.read(256).compose(rows -> {
            List<Hash> hashes = new ArrayList<>(rows.size());
            List<Tile> full = new ArrayList<>();
            for (Row row : rows) {
                long expected = edge.size() + hashes.size();
                Hash placed = Hash.of(row.getBuffer("placed").getBytes());
                if (row.getLong("leaf_index") != expected) {
                    found("the leaf " + expected + " is missing");
                }
                record(row, placed);
                hashes.add(placed);
                if (row.getBuffer("signed_root") != null) {
                    full.addAll(grow(hashes));
                    checkpoint(row);
                }
            }
            full.addAll(grow(hashes));
            return tiles(full).compose(done -> cursor.hasMore() ? leaves(cursor) : Future.succeededFuture());
        });
    }

    /** The tiles that grow no more. */
    private List<Tile> grow(List<Hash> hashes) {
        RightEdge.Growth growth = edge.grow(hashes);
        edge = growth.edge();
        hashes.clear();
        return growth.tiles().stream().filter(tile -> tile.id().full()).toList();
    }

    /** Every checkpoint that is kept must follow from the leaves; whether the last one is signed is looked at later. */
    private void checkpoint(Row row) {
        Checkpoint follows = new Checkpoint(key.name(), edge.size(), edge.root());
        if (!Arrays.equals(row.getBuffer("signed_root").getBytes(), edge.root().bytes())
                || !row.getString("signed_note").startsWith(follows.text() + "\n")) {
            found("the checkpoint of " + edge.size() + " leaves does not follow from them");
        }
    }

    private void record(Row row, Hash placed) {
        long index = row.getLong("leaf_index");
        boolean erased = Tombstone.KIND.equals(row.getString("kind"));
        if (row.getUUID("record_id") == null && row.getUUID("erasure_id") == null) {
            found("the record of leaf " + index + " is gone");
        } else if (erased && row.getOffsetDateTime("erased_at") == null) {
            found("the record of leaf " + index + " was erased by no erasure");
        } else if (!Arrays.equals(leafOf(row), placed.bytes())) {
            found("the record of leaf " + index + " was changed");
        }
    }

    /** A record that cannot even be read any more has no leaf. */
    private static byte[] leafOf(Row row) {
        try {
            return row.getUUID("record_id") == null
                    ? PgErasures.leaf(row).hash()
                    : RecordRows.kept(row).leafHash();
        } catch (RuntimeException unreadable) {
            return new byte[0];
        }
    }

    private Future<Void> tiles(List<Tile> computed) {
        if (computed.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple names = Tuple.tuple()
                .addArrayOfInteger(computed.stream().map(Tile::level).toArray(Integer[]::new))
                .addArrayOfLong(computed.stream().map(Tile::index).toArray(Long[]::new));
        return connection.preparedQuery(TILES).execute(names).map(rows -> {
            for (Row row : rows) {
                computed.stream()
                        .filter(tile -> tile.level() == row.getInteger(0) && tile.index() == row.getLong(1))
                        .forEach(tile -> tile(tile, row));
            }
            return null;
        });
    }

    private void tile(Tile computed, Row row) {
        String name = computed.id().path();
        if (row.getBuffer(2) == null) {
            found("the tile " + name + " is missing");
        } else if (!Arrays.equals(row.getBuffer(2).getBytes(), computed.bytes())) {
            found("the tile " + name + " differs from the leaves");
        }
    }

    private Future<Void> tilesOfNothing(RowSet<Row> rows) {
        for (Row row : rows) {
            found("the tile " + row.getInteger(0) + "/" + row.getLong(1) + " is of no leaves");
        }
        return Future.succeededFuture();
    }

    private Future<Void> unplaced(RowSet<Row> rows) {
        long count = rows.iterator().next().getLong(0);
        if (count > 0) {
            found(count + " records have no place in the log and wait for none");
        }
        return Future.succeededFuture();
    }

    private Future<Void> missed(RowSet<Row> rows) {
        for (Row row : rows) {
            found("the erasure " + row.getUUID("record_id") + " is not of the records that are erased by it");
        }
        return Future.succeededFuture();
    }

    private List<String> twice(RowSet<Row> rows) {
        for (Row row : rows) {
            found("the leaves " + row.getLong("first") + " and " + row.getLong("last") + " are of one record");
        }
        return List.copyOf(findings);
    }
}
