package fr.briseglace.store;

import static java.util.Objects.requireNonNull;

import fr.briseglace.law.AccessMode;
import fr.briseglace.oversight.Judged;
import fr.briseglace.oversight.Judgement;
import fr.briseglace.oversight.Review;
import fr.briseglace.oversight.ReviewStore;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.KeptRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reviews in PostgreSQL. What is about an access, a search, an order or a crossing is read where that is kept. */
public final class PgReviews implements ReviewStore {
    private static final String FACTS = """
            select r.*,
                coalesce(a.kind, s.kind, l.limit_name, u.structure_scope, u.region_scope, r.about) as kind, a.access_id,
                coalesce(a.mode, s.mode) as mode,
                coalesce(a.professional_id, s.professional_id, l.professional_id, u.operator_id, '') as professional_id,
                coalesce(a.professional_name, s.professional_name, l.professional_name, u.operator_name, '')
                    as professional_name,
                coalesce(a.profession, s.profession, l.profession, 'operator') as profession,
                coalesce(a.structure_id, s.structure_id, l.structure_id, u.structure_id, '') as structure_id,
                coalesce(a.structure_name, s.structure_name, l.structure_name, u.structure_name, '') as structure_name,
                coalesce(a.case_id, s.case_id) as case_id, a.reason_code, coalesce(a.reason_text, u.reason) as reason_text,
                coalesce(a.refusal, s.refusal) as refusal, s.matched
            from %s r
            left join access a
                on r.about = 'access' and a.patient_id = r.patient_id and a.at = r.at and a.record_id = r.review_id
            left join search_record s on r.about = 'search' and s.at = r.at and s.search_id = r.review_id
            left join surge u on r.about = 'surge' and u.surge_id = r.review_id
            left join limit_crossing l on r.about = 'limit' and l.crossing_id = r.review_id
            order by r.due_at, r.review_id
            """;
    private static final String QUEUE = FACTS.formatted("""
            (select * from review q
             where %s and ($1::uuid is null or (q.due_at, q.review_id) >
                 (select b.due_at, b.review_id from review b where b.review_id = $1))
             order by q.due_at, q.review_id limit $2)
            """);
    private static final String UNJUDGED = QUEUE.formatted("q.judgement is null");
    private static final String INVESTIGATED = QUEUE.formatted("q.judgement = 'to-investigate'");
    private static final String ONE = FACTS.formatted("(select * from review q where q.review_id = $1 for update)");
    private static final String JUDGE = """
            update review set judgement = $2, comment = $3, judged_at = $4, judged_by = $5 where review_id = $1
            """;
    private static final String RECORD = """
            insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name,
                profession, structure_id, structure_name, case_id, reason_code, reason_text, subject, record_version,
                degraded, salt, leaf)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            """;

    private final Pool sql;

    /** Reviews over a pool. */
    public PgReviews(Pool sql) {
        this.sql = sql;
    }

    @Override
    public Future<List<Review>> queue(
            boolean investigated, @Nullable UUID after, int limit, Function<List<Review>, KeptRecord> record) {
        Tuple page = Tuple.tuple().addUUID(after).addInteger(limit);
        return sql.<List<Review>>withTransaction(connection -> connection
                        .preparedQuery(investigated ? INVESTIGATED : UNJUDGED)
                        .execute(page)
                        .compose(rows -> {
                            List<Review> reviews = new ArrayList<>(rows.size());
                            rows.forEach(row -> reviews.add(review(row)));
                            return record(connection, record.apply(reviews)).map(reviews);
                        }))
                .map(reviews -> requireNonNull(reviews, "a page"));
    }

    @Override
    public Future<Judged> judge(UUID id, Review.Answer answer, Function<Review, KeptRecord> record) {
        return sql.<Judged>withTransaction(connection -> connection
                        .preparedQuery(ONE)
                        .execute(Tuple.of(id))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture(new Judged.Unknown())
                                : judge(connection, review(rows.iterator().next()), answer, record)))
                .map(judged -> requireNonNull(judged, "a judgement"));
    }

    private static Future<Judged> judge(
            SqlClient connection, Review review, Review.Answer answer, Function<Review, KeptRecord> record) {
        Review.Answer before = review.answer();
        if (before != null && same(before, answer)) {
            return Future.succeededFuture(new Judged.Kept(review));
        }
        if (before != null && before.judgement().settles()) {
            return Future.succeededFuture(new Judged.Settled());
        }
        Tuple judged = Tuple.of(
                review.id(),
                answer.judgement().word(),
                answer.comment(),
                answer.at().atOffset(ZoneOffset.UTC),
                answer.by());
        return record(connection, record.apply(review))
                .compose(done -> connection.preparedQuery(JUDGE).execute(judged))
                .map(new Judged.Kept(judged(review, answer)));
    }

    /** Said again, as by a client whose answer got lost. */
    private static boolean same(Review.Answer one, Review.Answer other) {
        return one.judgement() == other.judgement()
                && one.comment().equals(other.comment())
                && one.by().equals(other.by());
    }

    private static Review judged(Review review, Review.Answer answer) {
        return new Review(
                review.id(),
                review.about(),
                review.at(),
                review.patientId(),
                review.grounds(),
                review.dueAt(),
                review.escalated(),
                review.facts(),
                answer);
    }

    private static Future<Void> record(SqlClient connection, KeptRecord kept) {
        AccessRecord record = kept.record();
        return connection
                .preparedQuery(RECORD)
                .execute(Tuple.tuple()
                        .addUUID(record.recordId())
                        .addOffsetDateTime(record.at().atOffset(ZoneOffset.UTC))
                        .addString(record.kind().word())
                        .addUUID(record.accessId())
                        .addUUID(record.patientId())
                        .addString(record.mode() == null ? null : record.mode().code())
                        .addString(record.caller().id())
                        .addString(record.caller().name())
                        .addString(record.caller().role().word())
                        .addString(record.caller().structure().id())
                        .addString(record.caller().structure().name())
                        .addString(record.caseId())
                        .addString(
                                record.reason() == null ? null : record.reason().code())
                        .addString(
                                record.reason() == null ? null : record.reason().text())
                        .addString(record.subject())
                        .addLong(record.recordVersion())
                        .addBoolean(record.degraded())
                        .addBuffer(Buffer.buffer(kept.salt()))
                        .addBuffer(Buffer.buffer(kept.leaf().hash())))
                .mapEmpty();
    }

    private static Review review(Row row) {
        UUID patient = row.getUUID("patient_id");
        return new Review(
                row.getUUID("review_id"),
                row.getString("about"),
                row.getOffsetDateTime("at").toInstant(),
                patient.equals(AccessRecord.NO_PATIENT) ? null : patient,
                List.of(row.getArrayOfStrings("grounds")),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("escalated_at") != null,
                facts(row),
                answer(row));
    }

    private static Review.Facts facts(Row row) {
        String mode = row.getString("mode");
        return new Review.Facts(
                row.getString("kind"),
                row.getUUID("access_id"),
                mode == null ? null : AccessMode.of(mode),
                new Review.Professional(
                        row.getString("professional_id"),
                        row.getString("professional_name"),
                        row.getString("profession")),
                row.getString("structure_id"),
                row.getString("structure_name"),
                row.getString("case_id"),
                row.getString("reason_code"),
                row.getString("reason_text"),
                row.getString("refusal"),
                row.getInteger("matched"));
    }

    private static Review.@Nullable Answer answer(Row row) {
        String judgement = row.getString("judgement");
        OffsetDateTime at = row.getOffsetDateTime("judged_at");
        return judgement == null || at == null
                ? null
                : new Review.Answer(
                        Judgement.of(judgement), row.getString("comment"), at.toInstant(), row.getString("judged_by"));
    }
}
