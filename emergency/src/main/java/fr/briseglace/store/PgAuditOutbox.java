package fr.briseglace.store;

import fr.briseglace.fhir.Audited;
import fr.briseglace.identity.Ins;
import fr.briseglace.oversight.AuditOutbox;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                .compose(from -> LogStretch.read(sql, from, most).compose(stretch -> patients(stretch.records())
                        .map(patients -> new Batch(
                                from,
                                stretch.next(),
                                stretch.records().stream()
                                        .map(kept -> audited(kept.record(), patients))
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

    private static Audited audited(AccessRecord record, Map<UUID, Ins> patients) {
        return new Audited(
                record.recordId(),
                record.at(),
                record.kind().word(),
                record.accessId(),
                record.mode() == null ? null : record.mode().code(),
                record.caller().id(),
                record.caller().name(),
                record.caller().role().word(),
                record.caller().structure().id(),
                record.caller().structure().name(),
                record.caseId(),
                record.reason() == null ? null : record.reason().code(),
                record.refusal() == null ? null : record.refusal().slug(),
                patients.get(record.patientId()),
                document(record));
    }

    private static @Nullable UUID document(AccessRecord record) {
        return record.kind() == RecordKind.FETCHED && record.subject() != null
                ? UUID.fromString(record.subject())
                : null;
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
