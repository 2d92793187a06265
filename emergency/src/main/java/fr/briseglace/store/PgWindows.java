package fr.briseglace.store;

import fr.briseglace.access.AccessWindow;
import fr.briseglace.access.Handovers;
import fr.briseglace.access.Windows;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Windows and hand-overs in PostgreSQL; a window is what the trail says was opened and not closed since. */
public final class PgWindows implements Windows, Handovers {
    static final String WINDOW = """
            select a.access_id, a.patient_id, i.ins_value, i.ins_oid, a.mode, a.case_id, a.professional_id, a.at,
                   a.expires_at, a.leaf, a.reason_code, a.reason_text,
                   exists (select from access c
                           where c.access_id = a.access_id and c.patient_id = a.patient_id
                             and c.kind = 'closed' and c.at between a.at and a.expires_at) as closed
            from access a
            join lateral (select * from patient_identifier i
                          where i.patient_id = a.patient_id order by i.ins_oid, i.ins_value limit 1) i on true
            where a.access_id = $1 and a.kind = 'opened' and a.at >= $2 and a.at < $3
            """;
    private static final String OFFER = """
            insert into handover (handover_id, patient_id, access_id, mode, case_id, to_professional, offered_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String FIND =
            "select access_id, to_professional, expires_at, claimed_access from handover where handover_id = $1";
    private static final String CLAIM = """
            update handover set claimed_at = $3, claimed_access = $2
            where handover_id = $1 and claimed_access is null
            """;

    private final SqlClient sql;

    /** Windows over a pool. */
    public PgWindows(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<Optional<AccessWindow>> find(UUID id) {
        return row(id).map(row -> row.map(PgWindows::window));
    }

    private Future<Optional<Row>> row(UUID id) {
        MonthSpan span = MonthSpan.around(id);
        return first(WINDOW, Tuple.of(id, span.from(), span.to()));
    }

    private Future<Optional<Row>> first(String statement, Tuple tuple) {
        return sql.preparedQuery(statement)
                .execute(tuple)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next()));
    }

    private static AccessWindow window(Row row) {
        AccessMode mode = AccessMode.of(row.getString("mode"));
        if (mode == null) {
            throw new IllegalStateException("the store knows a mode that we do not");
        }
        return new AccessWindow(
                row.getUUID("access_id"),
                row.getUUID("patient_id"),
                new Ins(row.getString("ins_value"), row.getString("ins_oid")),
                mode,
                row.getString("case_id"),
                reason(row),
                row.getString("professional_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("closed"),
                row.getBuffer("leaf").getBytes());
    }

    private static @Nullable Reason reason(Row row) {
        String code = row.getString("reason_code");
        return code == null ? null : new Reason(code, row.getString("reason_text"));
    }

    @Override
    public Future<Void> offer(UUID id, AccessWindow window, String to, Instant at) {
        return sql.preparedQuery(OFFER)
                .execute(Tuple.of(
                        id,
                        window.patientId(),
                        window.id(),
                        window.mode().code(),
                        window.caseId(),
                        to,
                        at.atOffset(ZoneOffset.UTC),
                        window.expiresAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    @Override
    public Future<Optional<Offer>> offered(UUID id) {
        return first(FIND, Tuple.of(id))
                .compose(offer -> offer.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : row(offer.get().getUUID("access_id"))
                                .map(window -> window.map(row -> offer(id, offer.get(), row))));
    }

    private static Offer offer(UUID id, Row offer, Row window) {
        return new Offer(
                id,
                window(window),
                offer.getString("to_professional"),
                offer.getOffsetDateTime("expires_at").toInstant(),
                offer.getUUID("claimed_access"));
    }

    @Override
    public Future<Void> claimed(UUID id, UUID accessId, Instant at) {
        return sql.preparedQuery(CLAIM)
                .execute(Tuple.of(id, accessId, at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}
