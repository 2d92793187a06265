package fr.briseglace.local.postgres;

import fr.briseglace.local.Loopback;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a synchronous standby of a local server by plain streaming replication: whatever the primary answered as committed
 * is on both disks. The embedded distribution has no {@code pg_basebackup}, so the base backup is taken by the functions
 * that it uses itself. Calls block.
 */
public final class LocalStandby {
    private static final String NAME = "standby";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;
    /** What a copy of a running server must not have: it belongs to that server, or is made anew. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");
    /** The log comes by replication; what is there need not be copied. */
    private static final Set<String> EMPTIED =
            Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify", "pg_subtrans");

    private LocalStandby() {}

    /**
     * Copies a server while it runs, starts the copy as its standby, and has the primary wait for it from then on.
     *
     * @param primary that runs
     * @param of its home
     * @param home of the standby, which is not there yet; {@link LocalPostgres#start} on it starts the standby again
     * @throws IOException where it does not come to replicate
     */
    public static LocalPostgres of(LocalPostgres primary, Path of, Path home) throws IOException {
        Path from = of.toAbsolutePath().normalize();
        Path to = Files.createDirectories(home.toAbsolutePath().normalize());
        try (Connection connection = DriverManager.getConnection(primary.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_create_physical_replication_slot('" + NAME + "', true)");
            statement.execute("select pg_backup_start('" + NAME + "', true)");
            sharePrograms(from, to);
            Path data = to.resolve("postgres");
            copy(from.resolve("postgres"), data);
            Files.writeString(data.resolve("backup_label"), stopped(statement));
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=%s port=%d user=%s application_name=%s'\nprimary_slot_name = '%s'\n"
                            .formatted(Loopback.HOST, primary.port(), LocalPostgres.USER, NAME, NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            LocalPostgres standby = LocalPostgres.start(to, 0);
            // Only now, and not in the copy: once promoted, it has nobody to wait for.
            statement.execute("alter system set synchronous_standby_names = '" + NAME + "'");
            statement.execute("select pg_reload_conf()");
            awaitSynchronous(statement);
            return standby;
        } catch (SQLException e) {
            throw new IOException("the standby cannot be made", e);
        }
    }

    /** Makes a standby the primary, as whoever watches over them would once the primary is dead. */
    public static void promote(LocalPostgres standby) throws IOException {
        try (Connection connection = DriverManager.getConnection(standby.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet promoted = statement.executeQuery("select pg_promote()")) {
            if (!promoted.next() || !promoted.getBoolean(1)) {
                throw new IOException("the standby was not promoted in time");
            }
        } catch (SQLException e) {
            throw new IOException("the standby cannot be promoted", e);
        }
    }

    private static String stopped(Statement statement) throws SQLException {
        try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            label.next();
            return label.getString(1);
        }
    }

    private static void awaitSynchronous(Statement statement) throws SQLException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!synchronous(statement)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the standby does not replicate");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a standby catches up", e);
            }
        }
    }

    private static boolean synchronous(Statement statement) throws SQLException {
        try (ResultSet state =
                statement.executeQuery("select exists (select from pg_stat_replication where application_name = '"
                        + NAME + "' and sync_state = 'sync')")) {
            return state.next() && state.getBoolean(1);
        }
    }

    /** Unpacked once for both. */
    private static void sharePrograms(Path from, Path to) throws IOException {
        try (Stream<Path> programs = Files.list(from)) {
            for (Path folder : programs.filter(LocalStandby::arePrograms).toList()) {
                Files.createSymbolicLink(to.resolve(folder.getFileName()), folder);
            }
        }
    }

    private static boolean arePrograms(Path folder) {
        return folder.getFileName().toString().startsWith("postgres-programs-");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(folder);
                Files.createDirectory(
                        to.resolve(relative),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return EMPTIED.contains(relative.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(file);
                if (!LEFT_OUT.contains(relative.toString())) {
                    copyOne(file, to.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }

            // Some go while others are copied.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void copyOne(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException gone) {
            // What a server removes while it is copied, the log removes from the copy as well.
        }
    }
}
