package fr.briseglace.store;

import fr.briseglace.identity.FoldedName;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.identity.Traits;
import fr.briseglace.identity.TypingError;
import fr.briseglace.law.Caller;
import fr.briseglace.search.FoundPatient;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.SearchRecord;
import fr.briseglace.search.SearchRequest;
import fr.briseglace.search.SearchStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Looks for patients in PostgreSQL.
 *
 * <p>By traits, one range of the index of {@code patient_name} is read for the birth date and one for the date with day
 * and month exchanged. Each entry in it of about the same length is compared with the family name, which is the first
 * pattern, and every name one typing error away; only patients whose name fits are then fetched. A range holds those
 * born on one day: about 40 names in a million patients, 3,000 in 65 million, which are some 30 pages. That every
 * typing error is found needs no extension of PostgreSQL and no second index; distributed by patient, each shard reads
 * its share of the range.
 */
public final class PgSearchStore implements SearchStore {
    private static final String FOUND = """
            select p.patient_id, i.ins_value, i.ins_oid, p.birth_name, p.given_names, p.used_name, p.birth_date, p.sex,
                   p.birth_place, p.identity_status
            from patient p
            cross join lateral (select o.ins_value, o.ins_oid from patient_identifier o
                                where o.patient_id = p.patient_id
                                order by length(o.ins_oid), o.ins_oid, o.ins_value limit 1) i
            where not p.deceased and\s""";

    static final String BY_TRAITS = FOUND + """
            p.patient_id in (select n.patient_id from patient_name n
                             where n.birth_date = any ($1::date[])
                               and abs(length(n.name_key) - length(($2::text[])[1])) <= 1
                               and n.name_key like any ($2::text[]))
            limit $3
            """;
    private static final String BY_PHONE = FOUND + "p.mobile = $1 limit $2";
    private static final String BY_INS = FOUND + """
            p.patient_id = (select k.patient_id from patient_identifier k where k.ins_value = $1 and k.ins_oid = $2)
            limit $3
            """;
    private static final String BY_PROVISIONAL = FOUND + """
            p.patient_id = (select t.patient_id from provisional_tie t where t.number = $1
                            order by t.tie_id desc limit 1)
            limit $2
            """;
    private static final String KEEP = """
            insert into search_record (search_id, at, kind, mode, case_id, professional_id, professional_name,
                profession, structure_id, structure_name, query_hash, refusal, matched, shown)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    private final SqlClient lookups;
    private final SqlClient records;

    /**
     * A store over two pools.
     *
     * @param lookups finds
     * @param records keeps what was asked
     */
    public PgSearchStore(SqlClient lookups, SqlClient records) {
        this.lookups = lookups;
        this.records = records;
    }

    @Override
    public Future<List<FoundPatient>> find(PatientQuery query, int most) {
        return switch (query) {
            case ByTraits by -> find(BY_TRAITS, byTraits(by.traits(), most));
            case ByPhone by -> find(BY_PHONE, Tuple.of(by.phone().e164(), most));
            case ByDatamatrix by -> byIns(by.datamatrix().ins(), most);
            case ByProvisional by -> find(BY_PROVISIONAL, Tuple.of(by.number().value(), most));
        };
    }

    static Tuple byTraits(Traits traits, int most) {
        return Tuple.of(
                traits.birthDates().toArray(LocalDate[]::new),
                TypingError.patterns(FoldedName.of(traits.birthName()).key()).toArray(String[]::new),
                most);
    }

    private Future<List<FoundPatient>> byIns(InsReading reading, int most) {
        return switch (reading) {
            case Ins ins -> find(BY_INS, Tuple.of(ins.value(), ins.oid(), most));
            case InsFault fault -> Future.succeededFuture(List.of());
        };
    }

    private Future<List<FoundPatient>> find(String statement, Tuple parameters) {
        return lookups.preparedQuery(statement).execute(parameters).map(rows -> {
            List<FoundPatient> found = new ArrayList<>(rows.size());
            for (Row row : rows) {
                Ins ins = new Ins(row.getString("ins_value"), row.getString("ins_oid"));
                found.add(new FoundPatient(row.getUUID("patient_id"), ins, PatientRows.identity(row)));
            }
            return found;
        });
    }

    @Override
    public Future<Void> keep(SearchRecord record) {
        SearchRequest request = record.request();
        Caller caller = request.caller();
        return records.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(record.id())
                        .addOffsetDateTime(record.at().atOffset(ZoneOffset.UTC))
                        .addString(request.query().kind())
                        .addString(request.mode().code())
                        .addString(request.caseId())
                        .addString(caller.id())
                        .addString(caller.name())
                        .addString(caller.role().word())
                        .addString(caller.structure().id())
                        .addString(caller.structure().name())
                        .addString(record.queryHash())
                        .addString(
                                record.refusal() == null
                                        ? null
                                        : record.refusal().slug())
                        .addInteger(record.matched())
                        .addArrayOfUUID(record.shown().toArray(UUID[]::new)))
                .mapEmpty();
    }
}
