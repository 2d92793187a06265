package fr.briseglace.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** What callers' idempotency keys were used for, which is kept for no longer than anybody may ask. */
public final class UsedKeys {
    /** They count for ten minutes, but a node that was cut off may bring what it answered meanwhile days later. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final String FORGET = "delete from repeat_key where at < $1";

    private final SqlClient sql;

    /** Over a pool. */
    public UsedKeys(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Forgets what is older than {@link #KEPT}.
     *
     * @return how many were forgotten
     */
    public Future<Integer> forget(Instant now) {
        return sql.preparedQuery(FORGET)
                .execute(Tuple.of(now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                .map(SqlResult::rowCount);
    }
}
