package fr.briseglace.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** The months in which the trail lies, made before they begin. */
public final class Months {
    /** The month that it is, and three to come. */
    public static final int AHEAD = 4;

    private static final String OPEN = "select open_months($1, $2)";

    private final SqlClient sql;

    /** Over a pool. */
    public Months(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Makes months, from the one of a moment on; those that are there stay.
     *
     * @param count how many, 24 at most
     * @return how many parts of tables were made
     */
    public Future<Integer> open(Instant moment, int count) {
        return sql.preparedQuery(OPEN)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC), count))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
