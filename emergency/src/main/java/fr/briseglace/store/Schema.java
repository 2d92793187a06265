package fr.briseglace.store;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** The store's schema, kept by Flyway with the rights of its owner. Blocks; for commands and start-up only. */
public final class Schema {
    private static final String NONE = "none";

    private Schema() {}

    /**
     * Applies what is missing, and tells the store what the gateway's role may do.
     *
     * @param owner a role that owns the tables, or may make them
     * @param gateway the role that the gateway works under; the owner itself where there is but one
     * @return how many migrations ran
     */
    public static int migrate(DatabaseSettings owner, String gateway) {
        MigrateResult result = flyway(owner, gateway).migrate();
        return result.migrationsExecuted;
    }

    /**
     * Sees to it that nothing is missing; changes nothing.
     *
     * @throws SchemaOutdated where something is
     */
    public static void check(DatabaseSettings gateway) {
        MigrationInfoService info = flyway(gateway, gateway.user()).info();
        MigrationInfo[] pending = info.pending();
        if (pending.length > 0) {
            throw new SchemaOutdated(version(info.current()), version(pending[pending.length - 1]));
        }
    }

    private static Flyway flyway(DatabaseSettings settings, String gateway) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("gateway", gateway))
                .load();
    }

    private static String version(@Nullable MigrationInfo info) {
        return info == null ? NONE : String.valueOf(info.getVersion());
    }
}
