package fr.briseglace.store;

import fr.briseglace.access.Change;
import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which patients changed since this was last asked, by the store's own clock. */
public final class PgChanges implements Supplier<Future<Set<Change>>> {
    /** A change shows only when its transaction ends, so the question goes back a little further than the last answer. */
    private static final String RECENT = """
            select clock_timestamp() as asked, i.ins_value, i.ins_oid, p.record_version
            from (select 1) always
            left join patient p on p.changed_at > $1::timestamptz - interval '10 seconds'
            left join patient_identifier i using (patient_id)
            """;

    private static final String NOW = "select clock_timestamp() as asked";

    private final Pool sql;
    private @Nullable OffsetDateTime asked;

    /** Nothing was asked yet: the first answer is empty, and the next goes on from there. */
    public PgChanges(Pool sql) {
        this.sql = sql;
    }

    @Override
    public Future<Set<Change>> get() {
        OffsetDateTime since = asked;
        return since == null
                ? sql.query(NOW).execute().map(this::changes)
                : sql.preparedQuery(RECENT).execute(Tuple.of(since)).map(this::changes);
    }

    private Set<Change> changes(Iterable<Row> rows) {
        Set<Change> changes = new HashSet<>();
        for (Row row : rows) {
            asked = row.getOffsetDateTime("asked");
            String value = row.size() == 1 ? null : row.getString("ins_value");
            if (value != null && Ins.read(value, row.getString("ins_oid")) instanceof Ins ins) {
                changes.add(new Change(ins, row.getLong("record_version")));
            }
        }
        return changes;
    }
}
