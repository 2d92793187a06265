package fr.briseglace.store;

import fr.briseglace.announce.AnnouncedCase;
import fr.briseglace.announce.CaseStore;
import fr.briseglace.announce.KnownPatient;
import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announced cases in PostgreSQL; messages about one case wait for each other. */
public final class PgCases implements CaseStore {
    private static final String KNOWN =
            "select patient_id, ins_value, ins_oid from patient_identifier where ins_value = $1";
    private static final String RECALL = """
            select a.patient_hash, i.patient_id, i.ins_value, i.ins_oid
            from announced_case c
            join announced_patient a using (case_hash)
            join patient_identifier i on i.patient_id = a.patient_id
            where c.case_hash = $1 and c.announced_at > $2
            """;
    private static final String REMEMBER = """
            insert into announced_case as c (case_hash, announced_at) values ($1, $2)
            on conflict (case_hash) do update set announced_at = greatest(c.announced_at, excluded.announced_at)
            """;
    private static final String CORRECT =
            "delete from announced_patient where case_hash = $1 and patient_hash = any ($2::text[])";
    private static final String ADD = """
            insert into announced_patient (case_hash, patient_hash, patient_id)
            select $1, n.patient_hash, n.patient_id
            from unnest($2::text[], $3::uuid[]) as n (patient_hash, patient_id)
            on conflict do nothing
            """;
    private static final String ANNOUNCED = """
            select 1 from announced_case c
            where c.case_hash = $1 and c.announced_at > $3
              and ($2::text is null or exists (select from announced_patient a
                                               where a.case_hash = c.case_hash and a.patient_hash = $2))
            """;
    private static final String FORGET = "delete from announced_case where announced_at <= $1";

    private final SqlClient lookups;
    private final Pool changes;

    /**
     * A store over two pools.
     *
     * @param lookups finds
     * @param changes remembers and forgets
     */
    public PgCases(SqlClient lookups, Pool changes) {
        this.lookups = lookups;
        this.changes = changes;
    }

    @Override
    public Future<List<KnownPatient>> known(String matricule) {
        return lookups.preparedQuery(KNOWN).execute(Tuple.of(matricule)).map(rows -> {
            List<KnownPatient> known = new ArrayList<>(rows.size());
            rows.forEach(row -> known.add(patient(row)));
            return known;
        });
    }

    @Override
    public Future<Map<String, List<KnownPatient>>> recall(String caseHash, Instant after) {
        return lookups.preparedQuery(RECALL)
                .execute(Tuple.of(caseHash, time(after)))
                .map(rows -> {
                    Map<String, List<KnownPatient>> known = new HashMap<>();
                    rows.forEach(row -> known.computeIfAbsent(row.getString("patient_hash"), hash -> new ArrayList<>())
                            .add(patient(row)));
                    return known;
                });
    }

    private static KnownPatient patient(Row row) {
        return new KnownPatient(
                row.getUUID("patient_id"), new Ins(row.getString("ins_value"), row.getString("ins_oid")));
    }

    @Override
    public Future<Void> remember(AnnouncedCase announced) {
        return changes.withTransaction(connection -> connection
                        .preparedQuery(REMEMBER)
                        .execute(Tuple.of(announced.hash(), time(announced.at())))
                        .compose(kept -> correct(connection, announced))
                        .compose(corrected -> add(connection, announced)))
                .mapEmpty();
    }

    private static Future<?> correct(SqlConnection connection, AnnouncedCase announced) {
        String[] identified = announced.patients().stream()
                .filter(patient -> !patient.known().isEmpty())
                .map(AnnouncedCase.Patient::hash)
                .toArray(String[]::new);
        return identified.length == 0
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(CORRECT)
                        .execute(Tuple.of(announced.hash()).addArrayOfString(identified));
    }

    private static Future<?> add(SqlConnection connection, AnnouncedCase announced) {
        List<String> hashes = new ArrayList<>();
        List<@Nullable UUID> patients = new ArrayList<>();
        for (AnnouncedCase.Patient patient : announced.patients()) {
            if (patient.known().isEmpty()) {
                hashes.add(patient.hash());
                patients.add(null);
            }
            for (UUID known : patient.known()) {
                hashes.add(patient.hash());
                patients.add(known);
            }
        }
        return hashes.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(ADD)
                        .execute(Tuple.of(
                                announced.hash(), hashes.toArray(String[]::new), patients.toArray(UUID[]::new)));
    }

    @Override
    public Future<Boolean> announced(String caseHash, @Nullable String patientHash, Instant after) {
        return lookups.preparedQuery(ANNOUNCED)
                .execute(Tuple.of(caseHash, patientHash, time(after)))
                .map(rows -> rows.size() > 0);
    }

    @Override
    public Future<Integer> forget(Instant before) {
        return changes.preparedQuery(FORGET).execute(Tuple.of(time(before))).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
