package fr.briseglace.store;

/**
 * How the store is reached.
 *
 * @param host host name
 * @param port TCP port
 * @param database database name
 * @param user role to log in as
 * @param password its password, possibly empty; never printed
 * @param connections how many connections the record path and the lookups may each have; notices and consoles get half as many
 *     each
 */
public record DatabaseSettings(String host, int port, String database, String user, String password, int connections) {
    /** The same database for another role. */
    public DatabaseSettings as(String role, String rolePassword) {
        return new DatabaseSettings(host, port, database, role, rolePassword, connections);
    }

    /** The address for JDBC, without credentials. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + host + ":" + port + "/" + database + "]";
    }
}
