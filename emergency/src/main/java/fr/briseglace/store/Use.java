package fr.briseglace.store;

import io.vertx.pgclient.PgConnectOptions;

/**
 * What connections to the store are for.
 *
 * @param name as the server shows it
 * @param statementMillis how long a statement may take, by the server's watch
 * @param steady whether each statement has its index. Such ones are planned once, and the same whether tables are empty or
 *     full. Otherwise the server plans again each time, since it takes the months of the trail that a plan leaves out only
 *     when it runs for work to be done (2 ms for a look that takes 0.1 ms), or keeps reading whole a table that was small at
 *     the start
 */
record Use(String name, int statementMillis, boolean steady) {
    private static final int STATEMENTS_KEPT = 64;

    String applicationName() {
        return "brise-glace-" + name;
    }

    /** How a server is connected to for it. */
    PgConnectOptions options(DatabaseSettings settings, DatabaseServer server) {
        PgConnectOptions connect = new PgConnectOptions()
                .setHost(server.host())
                .setPort(server.port())
                .setDatabase(settings.database())
                .setUser(settings.user())
                .setPassword(settings.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS_KEPT);
        connect.addProperty("application_name", applicationName());
        connect.addProperty("statement_timeout", Integer.toString(statementMillis));
        connect.addProperty("jit", "off");
        // What is counted or looked for now and then must not take all processors from records and lookups.
        connect.addProperty("max_parallel_workers_per_gather", "0");
        if (steady) {
            connect.addProperty("plan_cache_mode", "force_generic_plan");
            connect.addProperty("enable_seqscan", "off");
        }
        return connect;
    }
}
