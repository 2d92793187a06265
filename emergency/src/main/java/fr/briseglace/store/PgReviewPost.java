package fr.briseglace.store;

import fr.briseglace.oversight.ReviewPost;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who was written about what, in PostgreSQL. */
public final class PgReviewPost implements ReviewPost {
    private static final String UNTOLD = """
            select review_id from review where told_at is null and judgement is null order by opened_at limit $1
            """;
    private static final String TOLD = "update review set told_at = now() where review_id = any ($1::uuid[])";
    private static final String OVERDUE = """
            select review_id from review
            where judgement is null and due_at < now() and escalated_at is null
            order by due_at limit $1
            """;
    private static final String ESCALATED = "update review set escalated_at = now() where review_id = any ($1::uuid[])";

    private final SqlClient sql;

    /** Over a pool. */
    public PgReviewPost(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Future<List<UUID>> untold(int most) {
        return ids(UNTOLD, most);
    }

    @Override
    public Future<Void> told(List<UUID> reviews) {
        return note(TOLD, reviews);
    }

    @Override
    public Future<List<UUID>> overdue(int most) {
        return ids(OVERDUE, most);
    }

    @Override
    public Future<Void> escalated(List<UUID> reviews) {
        return note(ESCALATED, reviews);
    }

    private Future<List<UUID>> ids(String statement, int most) {
        return sql.preparedQuery(statement).execute(Tuple.of(most)).map(rows -> {
            List<UUID> ids = new ArrayList<>(rows.size());
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    private Future<Void> note(String statement, List<UUID> reviews) {
        return sql.preparedQuery(statement)
                .execute(Tuple.tuple().addArrayOfUUID(reviews.toArray(UUID[]::new)))
                .mapEmpty();
    }
}
