package fr.briseglace.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The store's schema, brought up to date by Flyway before anything else runs. */
public final class Schema {
    private Schema() {}

    /**
     * Applies what is missing. Blocks; for start-up only.
     *
     * @return how many migrations ran
     */
    public static int migrate(DatabaseSettings settings) {
        MigrateResult result = Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return result.migrationsExecuted;
    }
}
