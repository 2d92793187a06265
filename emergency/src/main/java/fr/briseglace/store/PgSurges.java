package fr.briseglace.store;

import fr.briseglace.law.Caller;
import fr.briseglace.surge.Surge;
import fr.briseglace.surge.SurgeScope;
import fr.briseglace.surge.SurgeScope.OfRegion;
import fr.briseglace.surge.SurgeScope.OfStructure;
import fr.briseglace.surge.SurgeStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Surges in PostgreSQL. */
public final class PgSurges implements SurgeStore {
    private static final String KEEP = """
            insert into surge (surge_id, at, ends_at, structure_scope, region_scope, reason, operator_id, operator_name,
                structure_id, structure_name)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            where exists (select from structure s where s.structure_id = $4 or s.region = $5)
            """;
    private static final String IN_FORCE = """
            with latest as (
                select distinct on (structure_scope, region_scope) structure_scope, region_scope, ends_at
                from surge where at > $1::timestamptz - interval '12 hours'
                order by structure_scope, region_scope, at desc, surge_id desc)
            select s.structure_id, max(l.ends_at) as ends_at
            from latest l join structure s on s.structure_id = l.structure_scope or s.region = l.region_scope
            where l.ends_at > $1
            group by s.structure_id
            """;

    private final SqlClient sql;

    /** Surges over a pool. */
    public PgSurges(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Boolean> keep(Surge surge) {
        Caller by = surge.by();
        return sql.preparedQuery(KEEP)
                .execute(scope(Tuple.of(surge.id(), at(surge.at()), at(surge.endsAt())), surge.scope())
                        .addString(surge.reason())
                        .addString(by.id())
                        .addString(by.name())
                        .addString(by.structure().id())
                        .addString(by.structure().name()))
                .map(kept -> kept.rowCount() == 1);
    }

    private static Tuple scope(Tuple tuple, SurgeScope scope) {
        return switch (scope) {
            case OfStructure structure -> tuple.addString(structure.id()).addString(null);
            case OfRegion region -> tuple.addString(null).addString(region.code());
        };
    }

    @Override
    public Future<Map<String, Instant>> inForce(Instant now) {
        return sql.preparedQuery(IN_FORCE).execute(Tuple.of(at(now))).map(rows -> {
            Map<String, Instant> raised = new HashMap<>();
            for (Row row : rows) {
                raised.put(
                        row.getString("structure_id"),
                        row.getOffsetDateTime("ends_at").toInstant());
            }
            return Map.copyOf(raised);
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
