package fr.briseglace.store;

import fr.briseglace.access.Snapshot;
import fr.briseglace.access.SnapshotContent;
import fr.briseglace.access.SnapshotLoader;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Addressees;
import fr.briseglace.notice.Recipient;
import fr.briseglace.notice.Recipients;
import fr.briseglace.notice.Residence;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ClinicalItemJson;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourceKind;
import fr.briseglace.summary.SourcedDocument;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads snapshots from PostgreSQL. One statement, so that rights, documents and version are of one moment; documents
 * that are masked, superseded or archived are left out in the statement itself, but for an author's own masked ones. What
 * a masked one replaced stands for whoever does not see it.
 */
public final class PgSnapshots implements SnapshotLoader {

    static final String SNAPSHOT = """
            select p.*, r.regulation_opposed, r.break_glass_opposed, r.masked_in_emergency, r.blocked,
                   g.name as gp_name, g.secure_mail as gp_mail,
                   coalesce((select jsonb_agg(to_jsonb(t) order by t.ordinal)
                             from acting_representative t where t.patient_id = p.patient_id), '[]') as representatives,
                   exists (select from document h
                           where h.patient_id = p.patient_id and h.hidden_from_representatives)
                       as kept_from_representatives,
                   coalesce((select json_agg(json_build_object(
                                 'id', d.document_id, 'type', d.type_code, 'title', d.title, 'date', d.created_at,
                                 'author', d.author, 'kind', d.source_kind,
                                 'items', (select coalesce(json_agg(c.content::text order by c.ordinal), '[]')
                                           from clinical_item c
                                           where c.patient_id = d.patient_id and c.document_id = d.document_id))
                               order by d.created_at desc, d.document_id)
                             from documents_for(p.patient_id, r.masked_in_emergency, $3) d
                             where (d.status = 'current'
                                    or d.status = 'superseded'
                                       and not replaced_for(d.patient_id, d.unique_id, d.set_id, d.version_number,
                                                            r.masked_in_emergency, $3))
                               and p.record_status = 'OPEN' and not p.deceased)::text, '[]') as documents
            from patient_identifier i
            join patient p on p.patient_id = i.patient_id
            left join patient_right r on r.patient_id = p.patient_id
            left join professional g on g.professional_id = p.gp_id
            where i.ins_value = $1 and i.ins_oid = $2
            """;

    private final Vertx vertx;
    private final SqlClient sql;
    private final InstantSource clock;
    private final String privacyOfficer;
    private final UnaryOperator<List<Recipient>> reach;

    /**
     * A reader over a pool. Merging and rendering are done off the event loops.
     *
     * @param privacyOfficer mailbox that is told of refused attempts
     */
    public PgSnapshots(Vertx vertx, SqlClient sql, InstantSource clock, String privacyOfficer) {
        this(vertx, sql, clock, privacyOfficer, UnaryOperator.identity());
    }

    /**
     * The same, with more ways to reach those who are told.
     *
     * @param reach adds them, such as {@link fr.briseglace.notice.Portal#also}
     */
    public PgSnapshots(
            Vertx vertx,
            SqlClient sql,
            InstantSource clock,
            String privacyOfficer,
            UnaryOperator<List<Recipient>> reach) {
        this.vertx = vertx;
        this.sql = sql;
        this.clock = clock;
        this.privacyOfficer = privacyOfficer;
        this.reach = reach;
    }

    @Override
    public Future<Optional<Snapshot>> load(Ins ins, @Nullable String author) {
        Instant asOf = clock.instant();
        return sql.preparedQuery(SNAPSHOT)
                .execute(Tuple.of(ins.value(), ins.oid(), author))
                .compose(rows -> vertx.executeBlocking(() -> first(rows).map(row -> snapshot(row, ins, asOf)), false));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private Snapshot snapshot(Row row, Ins ins, Instant asOf) {
        PatientFile file = PatientRows.file(row, ins);
        LocalDate today =
                LocalDate.ofInstant(asOf, Residence.zone(file.contacts().postalAddress()));
        boolean hidden = row.getBoolean("kept_from_representatives");
        boolean open = file.recordStatus() == RecordStatus.OPEN && !file.deceased();
        return new Snapshot(
                asOf,
                row.getUUID("patient_id"),
                row.getLong("record_version"),
                new Known(file.deceased(), file.recordStatus(), file.rights()),
                open
                        ? Addressees.of(
                                file,
                                asOf,
                                (then, day) -> reach.apply(Recipients.of(then, practitioner(row), day, hidden)))
                        : Addressees.NOBODY,
                Addressees.of(
                        file,
                        asOf,
                        (then, day) -> reach.apply(Recipients.ofRefusal(then, day, hidden, privacyOfficer))),
                open ? content(row, file, today, asOf) : SnapshotContent.NONE);
    }

    private static SnapshotContent content(Row row, PatientFile file, LocalDate today, Instant asOf) {
        // Text until here: a driver parses JSON on the event loop, whose time belongs to all.
        List<SourcedDocument> documents = documents(new JsonArray(row.getString("documents")));
        String reading = row.getUUID("patient_id") + "/" + asOf;
        UUID id = UUID.nameUUIDFromBytes(reading.getBytes(StandardCharsets.UTF_8));
        return SnapshotContent.render(id, file, documents, today, asOf);
    }

    private static @Nullable Practitioner practitioner(Row row) {
        String id = row.getString("gp_id");
        if (id == null) {
            return null;
        }
        String name = row.getString("gp_name");
        return new Practitioner(id, name == null ? "" : name, row.getString("gp_mail"));
    }

    private static List<SourcedDocument> documents(JsonArray rows) {
        List<SourcedDocument> documents = new ArrayList<>(rows.size());
        for (Object element : rows) {
            JsonObject row = (JsonObject) element;
            documents.add(new SourcedDocument(source(row), items(row.getJsonArray("items"))));
        }
        return documents;
    }

    private static Source source(JsonObject row) {
        JsonObject author = row.getJsonObject("author");
        return new Source(
                row.getString("id"),
                row.getString("type"),
                row.getString("title"),
                OffsetDateTime.parse(row.getString("date")).toInstant(),
                new Author(
                        author.getString("name"),
                        author.getString("profession"),
                        author.getString("specialty"),
                        author.getString("id")),
                SourceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
    }

    private static List<ClinicalItem> items(JsonArray rows) {
        List<ClinicalItem> items = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            items.add(ClinicalItemJson.read(rows.getString(i)));
        }
        return items;
    }
}
