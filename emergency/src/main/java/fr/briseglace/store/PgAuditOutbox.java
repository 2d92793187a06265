package fr.briseglace.store;

import fr.briseglace.identity.Ins;
import fr.briseglace.oversight.AuditOutbox;
import fr.briseglace.oversight.AuditedRecord;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an audit repository is still to be told of, in PostgreSQL. */
public final class PgAuditOutbox implements AuditOutbox {
    private static final String BEGIN = """
            update audit_feed set next_leaf = (select size from sequencing) where next_leaf is null
            """;
    private static final String WHERE = "select next_leaf from audit_feed";
    private static final String TOLD = "update audit_feed set next_leaf = $2 where next_leaf = $1";
    private static final String DECLINED = """
            insert into audit_declined (record_id, status) values ($1, $2) on conflict do nothing
            """;
    private static final String PATIENTS = """
            select distinct on (patient_id) patient_id, ins_value, ins_oid from patient_identifier
            where patient_id = any ($1::uuid[]) order by patient_id, ins_oid
            """;

    private final SqlClient sql;

    /** Over a pool. */
    public PgAuditOutbox(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Batch> next(int most) {
        return sql.query(BEGIN)
                .execute()
                .compose(begun -> sql.query(WHERE).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .compose(from -> LogStretch.read(sql, from, most, EnumSet.allOf(RecordKind.class))
                        .compose(stretch -> patients(stretch.records())
                                .map(patients -> new Batch(
                                        from,
                                        stretch.next(),
                                        stretch.records().stream()
                                                .map(KeptRecord::record)
                                                .map(record ->
                                                        AuditedRecord.of(record, patients.get(record.patientId())))
                                                .toList()))));
    }

    private Future<Map<UUID, Ins>> patients(List<KeptRecord> records) {
        UUID[] ids = records.stream()
                .map(kept -> kept.record().patientId())
                .distinct()
                .toArray(UUID[]::new);
        return sql.preparedQuery(PATIENTS)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> {
                    Map<UUID, Ins> patients = new HashMap<>();
                    rows.forEach(row -> patients.put(row.getUUID(0), new Ins(row.getString(1), row.getString(2))));
                    return patients;
                });
    }

    @Override
    public Future<Void> told(Batch batch) {
        return sql.preparedQuery(TOLD)
                .execute(Tuple.of(batch.from(), batch.to()))
                .mapEmpty();
    }

    @Override
    public Future<Void> declined(UUID recordId, int status) {
        return sql.preparedQuery(DECLINED).execute(Tuple.of(recordId, status)).mapEmpty();
    }
}
