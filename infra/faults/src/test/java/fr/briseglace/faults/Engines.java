package fr.briseglace.faults;

import fr.briseglace.local.demo.Home;
import fr.briseglace.local.postgres.LocalPostgres;
import java.io.IOException;

/** What a world has beside its one PostgreSQL and its one Redis, and where that makes gateways look. */
interface Engines extends AutoCloseable {
    /** Nothing. */
    static Engines none(Home home, LocalPostgres postgres) {
        return new Engines() {
            @Override
            public String settings() {
                return "";
            }

            @Override
            public String jdbcUrl() {
                return postgres.jdbcUrl();
            }

            @Override
            public void close() {}
        };
    }

    /** Starts them, beside a PostgreSQL that runs. */
    interface Making {
        Engines make(Home home, LocalPostgres postgres) throws IOException;
    }

    /** Lines of a configuration that hold in place of the usual ones. */
    String settings();

    /** Where the store is found past the gateways. */
    String jdbcUrl();

    @Override
    void close() throws IOException;
}
