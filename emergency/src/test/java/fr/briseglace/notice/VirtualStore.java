package fr.briseglace.notice;

import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A store whose clock stands still until it is moved: wherever a statement says {@code now()}, it reads this one. */
final class VirtualStore {
    private final Pool pool;

    private VirtualStore(Pool pool) {
        this.pool = pool;
    }

    /** A new database; its clock stands at this moment. */
    static VirtualStore create(Vertx vertx) throws Exception {
        DatabaseSettings settings = TestPostgres.fresh();
        Pool before = Database.open(vertx, settings).console();
        before.query("""
                        create schema virtual;
                        create table virtual.clock as select pg_catalog.now() as at;
                        create function virtual.now() returns timestamptz stable language sql
                            as 'select at from virtual.clock';
                        alter database %s set search_path = virtual, pg_catalog, public
                        """.formatted(settings.database())).execute().await(10, TimeUnit.SECONDS);
        return new VirtualStore(Database.open(vertx, settings).console());
    }

    Pool pool() {
        return pool;
    }

    Instant now() throws Exception {
        return moment("select now() as at").orElseThrow();
    }

    void moveTo(Instant at) throws Exception {
        pool.preparedQuery("update virtual.clock set at = $1")
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC)))
                .await(10, TimeUnit.SECONDS);
    }

    void pass(Duration time) throws Exception {
        moveTo(now().plus(time));
    }

    /** When the next notice is due; empty where none is to come. */
    Optional<Instant> nextDue() throws Exception {
        return moment("select min(next_attempt_at) as at from notice where state = 'pending'");
    }

    /** How many notices are due now. */
    int due() throws Exception {
        return one("select count(*)::int as n from notice where state = 'pending' and next_attempt_at <= now()")
                .getInteger("n");
    }

    private Optional<Instant> moment(String sql) throws Exception {
        return Optional.ofNullable(one(sql).getOffsetDateTime("at")).map(OffsetDateTime::toInstant);
    }

    private Row one(String sql) throws Exception {
        return pool.query(sql).execute().await(10, TimeUnit.SECONDS).iterator().next();
    }
}
