package fr.briseglace.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the store is reached.
 *
 * @param servers one, or a primary and its standbys in any order: which of them is the primary is found out
 * @param database database name
 * @param user role to log in as
 * @param password its password, possibly empty; never printed
 * @param connections how many connections the record path and the lookups may each have; notices and consoles get half as many
 *     each
 */
public record DatabaseSettings(
        List<DatabaseServer> servers, String database, String user, String password, int connections) {
    /** Copies the list; there is at least one server. */
    public DatabaseSettings {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a store has a server");
        }
    }

    /** A store of one server. */
    public DatabaseSettings(String host, int port, String database, String user, String password, int connections) {
        this(List.of(new DatabaseServer(host, port)), database, user, password, connections);
    }

    /** The same database for another role. */
    public DatabaseSettings as(String role, String rolePassword) {
        return new DatabaseSettings(servers, database, role, rolePassword, connections);
    }

    /** The address of one server for JDBC, without credentials. */
    String jdbcUrl(DatabaseServer server) {
        return "jdbc:postgresql://" + server + "/" + database;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return servers.stream().map(DatabaseServer::toString).collect(Collectors.joining(",", "DatabaseSettings[", "/"))
                + database + "]";
    }
}
