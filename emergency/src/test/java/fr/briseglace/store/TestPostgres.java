package fr.briseglace.store;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for the whole run, with a fresh migrated database for whoever asks. */
public final class TestPostgres {
    private static final String OWNER = "postgres";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private TestPostgres() {}

    /** Where a new database is. */
    public static DatabaseSettings fresh() {
        String name = "fresh_" + COUNT.incrementAndGet();
        create(POSTGRES, name, TEMPLATE);
        return settings(POSTGRES, name);
    }

    /** Where a new database without any schema is. */
    public static DatabaseSettings empty() {
        String name = "empty_" + COUNT.incrementAndGet();
        create(POSTGRES, name, "template1");
        return settings(POSTGRES, name);
    }

    /**
     * Where a new database is whose tables belong to a role that may do nothing else, as the gateway's role reaches it.
     * That role is made as well.
     */
    public static DatabaseSettings ofTwoRoles() {
        DatabaseSettings empty = empty();
        String owner = empty.database() + "_owner";
        String gateway = empty.database() + "_gateway";
        run(POSTGRES, "create role " + owner + " login");
        run(POSTGRES, "create role " + gateway + " login");
        run(POSTGRES, "alter database " + empty.database() + " owner to " + owner);
        Schema.migrate(empty.as(owner, ""), gateway);
        return empty.as(gateway, "");
    }

    /** A pool on a new database. */
    public static Pool pool(Vertx vertx) {
        return Database.open(vertx, fresh()).console();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            create(postgres, TEMPLATE, "template1");
            Schema.migrate(settings(postgres, TEMPLATE), OWNER);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseSettings settings(EmbeddedPostgres postgres, String name) {
        return new DatabaseSettings("localhost", postgres.getPort(), name, OWNER, "postgres", 8);
    }

    private static void create(EmbeddedPostgres postgres, String name, String template) {
        run(postgres, "create database " + name + " template " + template);
    }

    private static void run(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
