package fr.briseglace.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** The store's schema, kept by Flyway with the rights of its owner. Blocks; for commands and start-up only. */
public final class Schema {
    private static final String NONE = "none";
    private static final String NO_PRIMARY = "no server of the store is its primary";
    /** SQLSTATE. */
    private static final String UNREACHABLE = "08001";

    /** How long each of several servers may take to say what it is. */
    private static final int SECONDS = 5;

    private Schema() {}

    /**
     * Applies what is missing, and tells the store what the gateway's role may do.
     *
     * @param owner a role that owns the tables, or may make them
     * @param gateway the role that the gateway works under; the owner itself where there is but one
     * @return how many migrations ran
     * @throws StoreNotReached where nobody answers
     */
    public static int migrate(DatabaseSettings owner, String gateway) {
        MigrateResult result = reached(() -> flyway(owner, gateway).migrate());
        return result.migrationsExecuted;
    }

    /**
     * Sees to it that nothing is missing; changes nothing.
     *
     * @throws SchemaOutdated where something is
     * @throws StoreNotReached where nobody answers
     */
    public static void check(DatabaseSettings gateway) {
        MigrationInfoService info =
                reached(() -> flyway(gateway, gateway.user()).info());
        MigrationInfo[] pending = info.pending();
        if (pending.length > 0) {
            throw new SchemaOutdated(version(info.current()), version(pending[pending.length - 1]));
        }
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw StoreAway.keptFromSchema(failure) ? new StoreNotReached(failure) : failure;
        }
    }

    private static Flyway flyway(DatabaseSettings settings, String gateway) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(primary(settings)), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("gateway", gateway))
                .load();
    }

    private static DatabaseServer primary(DatabaseSettings settings) {
        List<DatabaseServer> servers = settings.servers();
        if (servers.size() == 1) {
            return servers.getFirst();
        }
        List<Standing> standings = servers.stream()
                .map(server -> standing(settings, server))
                .flatMap(Optional::stream)
                .toList();
        return Standing.primary(standings, 0)
                .map(Standing::server)
                .orElseThrow(() -> new IllegalStateException(
                        NO_PRIMARY, new SQLTransientConnectionException(NO_PRIMARY, UNREACHABLE)));
    }

    private static Optional<Standing> standing(DatabaseSettings settings, DatabaseServer server) {
        String url = settings.jdbcUrl(server) + "?connectTimeout=" + SECONDS + "&socketTimeout=" + SECONDS;
        try (Connection connection = DriverManager.getConnection(url, settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(Standing.ASK)) {
            return answer.next() ? Standing.of(server, answer.getString(1)) : Optional.empty();
        } catch (SQLException away) {
            return Optional.empty();
        }
    }

    private static String version(@Nullable MigrationInfo info) {
        return info == null ? NONE : String.valueOf(info.getVersion());
    }
}
