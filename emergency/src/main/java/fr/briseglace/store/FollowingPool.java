package fr.briseglace.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Supplier;

/**
 * Connections to whichever server is primary. When that becomes another one they are all given up at once, also those on
 * which the server of before still answers: what it says may be old, and what it is told may be lost.
 */
final class FollowingPool implements Pool {
    private final Supplier<Pool> pools;
    private volatile Pool pool;

    /** Connections of the pools that are made one after the other. */
    FollowingPool(Supplier<Pool> pools) {
        this.pools = pools;
        this.pool = pools.get();
    }

    /** Gives up all connections; new ones are made when they are needed. */
    synchronized void move() {
        Pool left = pool;
        pool = pools.get();
        left.close();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return pool.getConnection();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return pool.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return pool.preparedQuery(sql, options);
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public synchronized Future<Void> close() {
        return pool.close();
    }
}
