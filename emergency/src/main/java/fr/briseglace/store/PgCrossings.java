package fr.briseglace.store;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Caller;
import fr.briseglace.oversight.Crossings;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Crossings of limits in PostgreSQL. */
public final class PgCrossings implements Crossings {
    private static final String KEEP = """
            insert into limit_crossing (crossing_id, at, limit_name, professional_id, professional_name, profession,
                structure_id, structure_name, patient_id)
            select $1, $2, $3, $4, $5, $6, $7, $8,
                coalesce((select i.patient_id from patient_identifier i where i.ins_value = $9 and i.ins_oid = $10),
                         '00000000-0000-0000-0000-000000000000')
            on conflict do nothing
            """;

    private final SqlClient sql;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Crossings over a pool. */
    public PgCrossings(SqlClient sql, InstantSource clock, RandomGenerator random) {
        this.sql = sql;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Future<Void> keep(String limit, Caller caller, @Nullable Ins patient) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(TimeUuid.of(now, random))
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(limit)
                        .addString(caller.id())
                        .addString(caller.name())
                        .addString(caller.role().word())
                        .addString(caller.structure().id())
                        .addString(caller.structure().name())
                        .addString(patient == null ? null : patient.value())
                        .addString(patient == null ? null : patient.oid()))
                .mapEmpty();
    }
}
