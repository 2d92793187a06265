package fr.briseglace.store;

import fr.briseglace.trail.Kept;
import fr.briseglace.trail.KeptRecords;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records in PostgreSQL. */
public final class PgKeptRecords implements KeptRecords {
    private static final String OF_ACCESS = """
            select a.*, e.at as erased_at
            from access a left join erasure e on e.record_id = a.erased_by
            where a.access_id = $1 and a.at >= $2 and a.at < $3
            """;
    // By the window first: asked for the earliest, the server would rather read all that was recorded around that time.
    static final String FIRST = "with those as materialized (" + OF_ACCESS
            + "and a.kind in ('opened', 'refused', 'erased')) select * from those order by at limit 1";
    static final String ONE = OF_ACCESS + "and a.record_id = $4";

    private final SqlClient sql;

    /** Over a pool. */
    public PgKeptRecords(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Optional<Kept>> find(UUID accessId, @Nullable UUID recordId) {
        MonthSpan span = MonthSpan.around(recordId == null ? accessId : recordId);
        Tuple access = Tuple.of(accessId, span.from(), span.to());
        return sql.preparedQuery(recordId == null ? FIRST : ONE)
                .execute(recordId == null ? access : access.addUUID(recordId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(RecordRows.kept(rows.iterator().next())));
    }
}
