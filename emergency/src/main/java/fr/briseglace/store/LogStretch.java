package fr.briseglace.store;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A stretch of the trail in the log's order. A record gets its place only once it is committed, and places have no gaps:
 * whoever goes on where they stopped misses none, however late it commits, and nothing is written for them on the way of
 * an access.
 *
 * @param next where the next stretch begins
 * @param records those that are wanted and still kept
 */
record LogStretch(long next, List<KeptRecord> records) {
    private static final String PLACES = """
            select leaf_index, record_id from leaf where leaf_index >= $1 order by leaf_index limit $2
            """;
    static final String RECORDS = """
            select a.* from unnest($1::uuid[]) with ordinality as p (record_id, place)
            join access a using (record_id)
            where a.at >= $2 and a.at < $3 and a.kind = any ($4)
            order by p.place
            """;

    /**
     * Reads on.
     *
     * @param most how far at most, places
     * @param kinds of which records are wanted; others are passed over
     */
    static Future<LogStretch> read(SqlClient sql, long from, int most, Set<RecordKind> kinds) {
        return sql.preparedQuery(PLACES).execute(Tuple.of(from, most)).compose(rows -> {
            List<UUID> ids = new ArrayList<>(rows.size());
            long next = from;
            for (Row row : rows) {
                next = row.getLong(0) + 1;
                ids.add(row.getUUID(1));
            }
            long end = next;
            return ids.isEmpty()
                    ? Future.succeededFuture(new LogStretch(from, List.of()))
                    : records(sql, ids, kinds).map(records -> new LogStretch(end, records));
        });
    }

    /** Their identifiers say to the millisecond when they were made, which is when they were decided. */
    private static Future<List<KeptRecord>> records(SqlClient sql, List<UUID> ids, Set<RecordKind> kinds) {
        List<Instant> moments = ids.stream().map(TimeUuid::moment).toList();
        Tuple which = Tuple.of(
                ids.toArray(UUID[]::new),
                Collections.min(moments).atOffset(ZoneOffset.UTC),
                Collections.max(moments).plusMillis(1).atOffset(ZoneOffset.UTC),
                kinds.stream().map(RecordKind::word).toArray(String[]::new));
        return sql.preparedQuery(RECORDS).execute(which).map(rows -> {
            List<KeptRecord> records = new ArrayList<>(rows.size());
            rows.forEach(row -> records.add(RecordRows.record(row)));
            return records;
        });
    }
}
