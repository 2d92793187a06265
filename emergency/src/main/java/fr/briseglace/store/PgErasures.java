package fr.briseglace.store;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.trail.Erasure;
import fr.briseglace.trail.Leaf;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Erases what records say, with all that was made of them, and leaves their leaves. Works with the rights of whoever owns
 * the tables alone: the gateway's own role may not.
 */
public final class PgErasures {
    /** Most records that one erasure empties, in one commit. */
    static final int MOST = 5_000;

    private static final String DUE = """
            with due as (
                select patient_id, at, record_id, leaf from access
                where kind <> 'erased' and at < $1 and ($2::uuid is null or access_id = $2)
                order by at limit $3
                for update
            )
            select count(*)::int as records, array_agg(patient_id order by record_id) as patients,
                   array_agg(at order by record_id) as ats, array_agg(record_id order by record_id) as ids,
                   sha256(string_agg(leaf, ''::bytea order by record_id)) as digest
            from due
            """;
    private static final String ORDER = """
            insert into erasure (record_id, at, erased_before, access_id, ordered_by, reason, records, digest, salt, leaf)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String ERASE = """
            with due as (
                select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as d (patient_id, at, record_id)
            ), emptied as (
                update access a
                set kind = 'erased', erased_by = $4, mode = null, professional_id = null, professional_name = null,
                    profession = null, structure_id = null, structure_name = null, case_id = null, reason_code = null,
                    reason_text = null, subject = null, refusal = null, record_version = null, expires_at = null,
                    degraded = null, salt = null
                from due d
                where a.patient_id = d.patient_id and a.at = d.at and a.record_id = d.record_id
                returning a.patient_id, a.access_id
            ), untold as (
                delete from notice n using due d where n.patient_id = d.patient_id and n.record_id = d.record_id
            ), unfound as (
                delete from outage_finding f using due d
                where f.patient_id = d.patient_id and f.record_id = d.record_id
            ), unreviewed as (
                update review v set patient_id = '00000000-0000-0000-0000-000000000000', comment = null
                from due d where v.review_id = d.record_id
            ), unwindowed as (
                delete from access_window w using emptied e
                where w.patient_id = e.patient_id and w.access_id = e.access_id
            )
            delete from handover h using emptied e where h.patient_id = e.patient_id and h.access_id = e.access_id
            """;

    private final Pool sql;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Over a pool of the owner's.
     *
     * @param random hard to guess; identifiers and salts come of it
     */
    public PgErasures(Pool sql, InstantSource clock, RandomGenerator random) {
        this.sql = sql;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Erases what an order is about, so many records a commit, until nothing is left.
     *
     * @return how many records were erased
     */
    public Future<Integer> erase(Erasure.Order order) {
        return some(order)
                .compose(records ->
                        records == 0 ? Future.succeededFuture(0) : erase(order).map(more -> records + more));
    }

    /** Forgets searches of months that ended before a moment; says how many months that were. */
    public Future<Integer> forgetSearches(Instant before) {
        return sql.preparedQuery("select forget_searches($1)")
                .execute(Tuple.of(utc(before)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private Future<Integer> some(Erasure.Order order) {
        return sql.<Integer>withTransaction(connection -> connection
                        .preparedQuery(DUE)
                        .execute(Tuple.of(utc(order.before()), order.access(), MOST))
                        .map(rows -> rows.iterator().next())
                        .compose(due -> due.getInteger("records") == 0
                                ? Future.succeededFuture(0)
                                : empty(connection, order, due)))
                .map(records -> records == null ? 0 : records);
    }

    private Future<Integer> empty(SqlConnection connection, Erasure.Order order, Row due) {
        Instant now = clock.instant();
        int records = due.getInteger("records");
        Erasure erasure = new Erasure(
                TimeUuid.of(now, random),
                now,
                order,
                records,
                due.getBuffer("digest").getBytes());
        byte[] salt = new byte[Leaf.SALT];
        random.nextBytes(salt);
        return connection
                .preparedQuery(ORDER)
                .execute(row(erasure, Leaf.of(salt, erasure)))
                .compose(done -> connection
                        .preparedQuery(ERASE)
                        .execute(Tuple.of(
                                due.getArrayOfUUIDs("patients"),
                                due.getArrayOfOffsetDateTimes("ats"),
                                due.getArrayOfUUIDs("ids"),
                                erasure.recordId())))
                .map(records);
    }

    private static Tuple row(Erasure erasure, Leaf leaf) {
        Erasure.Order order = erasure.order();
        return Tuple.of(erasure.recordId(), utc(erasure.at()), utc(order.before()), order.access(), order.by())
                .addString(order.reason())
                .addInteger(erasure.records())
                .addBuffer(Buffer.buffer(erasure.digest()))
                .addBuffer(Buffer.buffer(leaf.salt()))
                .addBuffer(Buffer.buffer(leaf.hash()));
    }

    /** The erasure of a row, whose columns begin with {@code erasure_}. */
    static Leaf leaf(Row row) {
        UUID id = row.getUUID("erasure_id");
        Erasure.Order order = new Erasure.Order(
                row.getOffsetDateTime("erased_before").toInstant(),
                row.getUUID("erasure_access"),
                row.getString("ordered_by"),
                row.getString("erasure_reason"));
        Erasure erasure = new Erasure(
                id,
                row.getOffsetDateTime("erasure_at").toInstant(),
                order,
                row.getInteger("records"),
                row.getBuffer("digest").getBytes());
        return Leaf.of(row.getBuffer("erasure_salt").getBytes(), erasure);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
