package fr.briseglace.store;

import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/** What the server does for a statement. */
final class Plan {
    private Plan() {}

    /** The steps that it took, with what each read; tables are read whole only where there is no other way. */
    static List<String> of(Pool pool, String statement) {
        List<String> steps = new ArrayList<>();
        pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .compose(set -> connection
                                .query("explain (analyze, costs off, timing off) " + statement)
                                .execute()))
                .await()
                .forEach(row -> steps.add(row.getString(0)));
        return steps;
    }
}
