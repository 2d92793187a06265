package fr.briseglace.store;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Change;
import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.JournalEntry.Seen;
import fr.briseglace.access.JournalEntry.Told;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.law.JournalReader;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The patient's own side in PostgreSQL. */
public final class PgPatientDesk implements PatientDesk {
    private static final String TIES = """
            select distinct p.patient_id, p.birth_date, p.ward, p.gp_id,
                   array(select o.ins_value from patient_identifier o where o.patient_id = p.patient_id) as matricules,
                   array(select distinct t.ins_value from acting_representative t
                         where t.patient_id = p.patient_id and t.ins_value is not null) as representatives
            from patient p
            """;
    private static final String TIES_OF_MATRICULE = TIES + """
            join patient_identifier i using (patient_id)
            where i.ins_value = $1 and ($2::text is null or i.ins_oid = $2)
            """;
    private static final String TIES_OF_PATIENT = TIES + "where p.patient_id = $1";
    private static final String JOURNAL = """
            select a.*, coalesce((select jsonb_agg(jsonb_build_object('recipient', n.recipient, 'channel', n.channel,
                                      'name', case n.recipient when 'gp' then nullif(n.recipient_name, '') end,
                                      'state', n.state, 'sent_at', n.sent_at) order by n.recipient, n.channel)
                                  from notice n
                                  where n.patient_id = a.patient_id and n.record_id = a.record_id), '[]') as notices,
                   d.document_id, d.type_code, d.title, d.created_at
            from access a
            left join document d
                on a.kind in ('fetched', 'sought') and d.patient_id = a.patient_id and d.document_id::text = a.subject
                   and case $4 when 'HOLDER' then not d.hidden_from_patient
                               when 'REPRESENTATIVE' then not (d.hidden_from_patient or d.hidden_from_representatives)
                               else not d.masked end
            where a.patient_id = $1 and a.kind not in ('reviewed', 'queue-read')
              and not ($4 = 'GP' and (a.kind = 'erased' or a.kind = 'fetched' and d.document_id is null))
              and a.at < coalesce($6::timestamptz, 'infinity')
              and ($2::uuid is null or (a.at, a.record_id) <
                  (select b.at, b.record_id from access b
                   where b.patient_id = $1 and b.record_id = $2 and b.at >= $5 and b.at < $6))
            order by a.at desc, a.record_id desc limit $3
            """;
    private static final String RIGHTS = """
            select regulation_opposed, break_glass_opposed, masked_in_emergency, blocked
            from patient_right where patient_id = $1
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(patient_lock($1))";
    private static final String CHANGE = """
            insert into patient_right (patient_id, regulation_opposed, break_glass_opposed, masked_in_emergency, blocked)
            values ($1, $2, $3, $4, $5)
            on conflict (patient_id) do update set regulation_opposed = excluded.regulation_opposed,
                break_glass_opposed = excluded.break_glass_opposed,
                masked_in_emergency = excluded.masked_in_emergency, blocked = excluded.blocked
            """;

    private static final String KEEP = """
            insert into right_change (patient_id, regulation_opposed, break_glass_opposed, masked_in_emergency, blocked,
                changed_by_role, changed_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String NOW = """
            select i.ins_value, i.ins_oid, p.record_version
            from patient p join patient_identifier i using (patient_id)
            where p.patient_id = $1
            """;

    private final Pool sql;
    private final Function<Change, Future<Void>> decided;

    /** A desk over a pool whose decisions nobody is told of. */
    public PgPatientDesk(Pool sql) {
        this(sql, change -> Future.succeededFuture());
    }

    /**
     * A desk over a pool.
     *
     * @param decided told, before it is answered, of what is decided, for each identifier of the patient; never fails
     */
    public PgPatientDesk(Pool sql, Function<Change, Future<Void>> decided) {
        this.sql = sql;
        this.decided = decided;
    }

    @Override
    public Future<List<PatientTies>> ties(String matricule, @Nullable String oid) {
        return sql.preparedQuery(TIES_OF_MATRICULE)
                .execute(Tuple.of(matricule, oid))
                .map(rows -> {
                    List<PatientTies> ties = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        ties.add(ties(row));
                    }
                    return ties;
                });
    }

    private static PatientTies ties(Row row) {
        return new PatientTies(
                row.getUUID("patient_id"),
                Set.of(row.getArrayOfStrings("matricules")),
                row.getLocalDate("birth_date"),
                row.getBoolean("ward"),
                Set.of(row.getArrayOfStrings("representatives")),
                row.getString("gp_id"));
    }

    @Override
    public Future<Optional<PatientTies>> tiesOf(UUID patientId) {
        return sql.preparedQuery(TIES_OF_PATIENT)
                .execute(Tuple.of(patientId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(ties(rows.iterator().next())));
    }

    @Override
    public Future<List<JournalEntry>> journal(UUID patientId, JournalReader reader, @Nullable UUID before, int limit) {
        MonthSpan span = before == null ? null : MonthSpan.around(before);
        return sql.preparedQuery(JOURNAL)
                .execute(Tuple.of(
                        patientId,
                        before,
                        limit,
                        reader.name(),
                        span == null ? null : span.from(),
                        span == null ? null : span.to()))
                .map(rows -> {
                    List<JournalEntry> entries = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        entries.add(entry(row));
                    }
                    return entries;
                });
    }

    private static JournalEntry entry(Row row) {
        return new JournalEntry(
                row.getUUID("record_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                row.getUUID("access_id"),
                row.getString("mode"),
                row.getString("professional_id"),
                row.getString("professional_name"),
                row.getString("profession"),
                row.getString("structure_name"),
                row.getString("case_id"),
                row.getString("reason_code"),
                row.getString("reason_text"),
                row.getString("refusal"),
                instant(row.getOffsetDateTime("expires_at")),
                document(row),
                told((JsonArray) row.getJson("notices")));
    }

    private static @Nullable Seen document(Row row) {
        UUID id = row.getUUID("document_id");
        return id == null
                ? null
                : new Seen(
                        id,
                        row.getString("type_code"),
                        row.getString("title"),
                        row.getOffsetDateTime("created_at").toInstant());
    }

    private static List<Told> told(JsonArray rows) {
        List<Told> told = new ArrayList<>(rows.size());
        for (Object element : rows) {
            JsonObject row = (JsonObject) element;
            String sentAt = row.getString("sent_at");
            told.add(new Told(
                    row.getString("recipient"),
                    row.getString("name"),
                    row.getString("channel"),
                    row.getString("state"),
                    sentAt == null ? null : OffsetDateTime.parse(sentAt).toInstant()));
        }
        return told;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public Future<PatientRights> rights(UUID patientId) {
        return rights(sql, patientId);
    }

    private static Future<PatientRights> rights(SqlClient client, UUID patientId) {
        return client.preparedQuery(RIGHTS)
                .execute(Tuple.of(patientId))
                .map(rows -> rows.size() == 0
                        ? PatientRights.NONE
                        : PatientRows.rights(rows.iterator().next()));
    }

    /** The patient's lock comes first, so that what is changed is what is there, and accesses wait or see it. */
    @Override
    public Future<PatientRights> changeRights(UUID patientId, Caller by, UnaryOperator<PatientRights> change) {
        return sql.<Decided>withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(patientId))
                        .compose(locked -> rights(connection, patientId))
                        .compose(now -> {
                            PatientRights then = change.apply(now);
                            return then.equals(now)
                                    ? Future.succeededFuture(new Decided(now, List.of()))
                                    : decide(connection, patientId, by, then);
                        }))
                .map(done -> requireNonNull(done, "a change leaves rights behind"))
                .compose(done -> Future.all(done.changes().stream().map(decided).toList())
                        .map(done.rights()));
    }

    private static Future<Decided> decide(SqlClient client, UUID patientId, Caller by, PatientRights rights) {
        String[] blocked = rights.blocked().toArray(String[]::new);
        Tuple decided = Tuple.of(
                patientId, rights.regulationOpposed(), rights.breakGlassOpposed(), rights.maskedInEmergency(), blocked);
        Tuple kept = Tuple.of(
                patientId,
                rights.regulationOpposed(),
                rights.breakGlassOpposed(),
                rights.maskedInEmergency(),
                blocked,
                by.role().word());
        return client.preparedQuery(CHANGE)
                .execute(decided)
                .compose(done -> client.preparedQuery(KEEP).execute(kept.addString(by.id())))
                .compose(done -> client.preparedQuery(NOW).execute(Tuple.of(patientId)))
                .map(rows -> new Decided(rights, changes(rows)));
    }

    private static List<Change> changes(Iterable<Row> rows) {
        List<Change> changes = new ArrayList<>();
        for (Row row : rows) {
            if (Ins.read(row.getString("ins_value"), row.getString("ins_oid")) instanceof Ins ins) {
                changes.add(new Change(ins, row.getLong("record_version")));
            }
        }
        return changes;
    }

    /** What holds now, and under which identifiers that is news. */
    private record Decided(PatientRights rights, List<Change> changes) {}
}
