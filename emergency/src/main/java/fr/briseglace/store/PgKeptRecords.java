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
    static final String FIND = """
            select a.*, e.at as erased_at
            from access a left join erasure e on e.record_id = a.erased_by
            where a.access_id = $1 and a.at >= $3 and a.at < $4
              and case when $2::uuid is null then a.kind in ('opened', 'refused', 'erased') else a.record_id = $2 end
            order by a.at limit 1
            """;

    private final SqlClient sql;

    /** Over a pool. */
    public PgKeptRecords(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Optional<Kept>> find(UUID accessId, @Nullable UUID recordId) {
        MonthSpan span = MonthSpan.around(recordId == null ? accessId : recordId);
        return sql.preparedQuery(FIND)
                .execute(Tuple.of(accessId, recordId, span.from(), span.to()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(RecordRows.kept(rows.iterator().next())));
    }
}
