package fr.briseglace.local.postgres;

import fr.briseglace.local.HomeLock;
import fr.briseglace.local.LeftBehind;
import fr.briseglace.local.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL 18 server on the loopback interface whose data lives in {@code <home>/postgres} and survives restarts.
 *
 * <p>Commits are durable ({@code fsync} and {@code synchronous_commit} on). Anyone on this machine may connect without a
 * password: the data is synthetic. Starting and stopping block.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The database that {@link #start} makes. */
    public static final String DATABASE = "briseglace";
    /** The role that owns it, without password. */
    public static final String USER = "postgres";
    /** The role that the gateway works under, without password and with no rights of its own. */
    public static final String GATEWAY = "briseglace";

    // Statements and the details of errors stay out of the log: they would carry patients' data there.
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + Loopback.HOST,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "max_connections=100",
            "shared_buffers=256MB",
            // A checkpoint every minute under load would write most pages twice, and commits would wait for it.
            "max_wal_size=3GB",
            // Its files are written again rather than removed: all commits wait some 40 ms for each that is made anew.
            "min_wal_size=3GB",
            "checkpoint_timeout=15min",
            // Rows that have left the log's queue are read over by whoever looks into it, until they are swept away.
            "autovacuum_naptime=5s",
            "timezone=UTC",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    /** A gigabyte of the log. */
    private static final int FILES_AT_HAND = 64;

    private static final String PROGRAM = "postgres";

    private final HomeLock lock;
    private final PostgresPrograms programs;
    private final Path data;
    private final int port;

    private LocalPostgres(HomeLock lock, PostgresPrograms programs, Path data, int port) {
        this.lock = lock;
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts the server, with a fresh data folder the first time and the same one ever after, and waits until the
     * database answers. A server that a killed stack left running on the folder is ended first.
     *
     * @param home absolute or relative folder; data, programs and {@code logs/postgres.log} go below it
     * @param port TCP port, or 0 for a free one
     * @throws IOException where the server cannot start, or another stack uses the folder
     */
    public static LocalPostgres start(Path home, int port) throws IOException {
        Path root = home.toAbsolutePath().normalize();
        HomeLock lock = HomeLock.take(root, "postgres.lock");
        try {
            Path log = Files.createDirectories(root.resolve("logs")).resolve("postgres.log");
            PostgresPrograms programs = PostgresPrograms.unpack(root, log);
            Path data = root.resolve("postgres");
            LeftBehind.end(pidFile(data), PROGRAM);
            initialise(programs, root, data);
            LocalPostgres server = new LocalPostgres(lock, programs, data, Loopback.port(port));
            server.launch(log);
            server.ensureDatabase();
            return server;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** TCP port on {@link Loopback#HOST}. */
    public int port() {
        return port;
    }

    /** The database's address for JDBC, role included. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /**
     * Lets there be files of the log to be written again, as there are in a store that has run for long: each is used up
     * with hardly anything in it, and all are free once what is in memory was written to the tables. Blocks, for some
     * seconds.
     */
    public void settle() throws IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (int file = 0; file < FILES_AT_HAND; file++) {
                statement.execute("SELECT pg_logical_emit_message(false, '', ''), pg_switch_wal()");
            }
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IOException("the store cannot be settled", e);
        }
    }

    /** Cuts off the clients, writes what is left to write and waits for the server's end. A dead one may be closed. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (LeftBehind.runs(pidFile(data), PROGRAM)) {
                programs.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
            }
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static void initialise(PostgresPrograms programs, Path home, Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        // Renamed only when whole: a start that is killed half-way begins anew.
        Path unfinished = home.resolve("postgres.unfinished");
        delete(unfinished);
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        unfinished.toString(),
                        "--username=" + USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(Path log) throws IOException {
        String options = "-p " + port + " -c " + String.join(" -c ", SETTINGS);
        programs.run(
                "pg_ctl",
                List.of("start", "-D", data.toString(), "-l", log.toString(), "-o", options, "-w", "-t", "120"));
    }

    private void ensureDatabase() throws IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            if (!found(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            if (!found(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + GATEWAY + "'")) {
                statement.execute("CREATE ROLE " + GATEWAY + " LOGIN");
            }
        } catch (SQLException e) {
            close();
            throw new IOException("the database cannot be made", e);
        }
    }

    private static boolean found(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + port + "/" + database + "?user=" + USER;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
