package fr.briseglace.store;

import fr.briseglace.trail.KeptRecord;
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
            select * from access
            where access_id = $1 and at >= $3 and at < $4
              and case when $2::uuid is null then kind in ('opened', 'refused') else record_id = $2 end
            order by at limit 1
            """;

    private final SqlClient sql;

    /** Over a pool. */
    public PgKeptRecords(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Optional<KeptRecord>> find(UUID accessId, @Nullable UUID recordId) {
        MonthSpan span = MonthSpan.around(recordId == null ? accessId : recordId);
        return sql.preparedQuery(FIND)
                .execute(Tuple.of(accessId, recordId, span.from(), span.to()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(RecordRows.record(rows.iterator().next())));
    }
}
