package fr.briseglace.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.local.LeftBehind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One server through the life it has on a developer's machine: first start, restart, and being left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPostgresTest {
    private Path home;
    private LocalPostgres server;

    @BeforeAll
    void firstStart(@TempDir Path folder) throws IOException {
        home = folder;
        server = LocalPostgres.start(home, 0);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "max_connections, 100",
        "server_encoding, UTF8"
    })
    void theServerIsSetForDurableCommitsOnTheLoopbackInterface(String setting, String value) throws SQLException {
        assertThat(query("SHOW " + setting)).isEqualTo(value);
    }

    @Test
    @Order(1)
    void theServerIsPostgres18() throws SQLException {
        assertThat(query("SHOW server_version")).startsWith("18.");
    }

    @Test
    @Order(1)
    void aSecondStackOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws SQLException {
        assertThatThrownBy(() -> LocalPostgres.start(home, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another local stack");
        assertThat(query("SELECT 1")).isEqualTo("1");
    }

    @Test
    @Order(2)
    void aRestartFindsTheDataOnThePortAskedFor() throws IOException, SQLException {
        execute("CREATE TABLE kept AS SELECT 42 AS answer");
        int port = server.port();

        server.close();
        server = LocalPostgres.start(home, port);

        assertThat(server.port()).isEqualTo(port);
        assertThat(query("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    @Order(3)
    void aServerLeftRunningIsEndedAndItsDataKept() throws IOException, SQLException {
        execute("CREATE TABLE left_behind AS SELECT 7 AS answer");
        long orphan = pid();

        LeftBehind.end(home.resolve("postgres/postmaster.pid"), "postgres");

        assertThat(ProcessHandle.of(orphan)).isEmpty();
        server.close();
        server = LocalPostgres.start(home, 0);
        assertThat(query("SELECT answer FROM left_behind")).isEqualTo("7");
    }

    @Test
    @Order(4)
    void aKilledServerIsClosedAndStartedAgain() throws IOException, SQLException {
        execute("CREATE TABLE survived AS SELECT 9 AS answer");
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        assertThat(home.resolve("postgres/postmaster.pid")).exists();

        server.close();
        server = LocalPostgres.start(home, 0);

        assertThat(query("SELECT answer FROM survived")).isEqualTo("9");
    }

    @Test
    @Order(5)
    void aFileWhoseNumberWentToAnotherProgramDoesNotPreventAStart() throws IOException, SQLException {
        Path pidFile = home.resolve("postgres/postmaster.pid");
        String content = Files.readString(pidFile);
        server.close();
        Files.writeString(
                pidFile,
                content.replaceFirst(
                        "\\d+", Long.toString(ProcessHandle.current().pid())));

        server = LocalPostgres.start(home, 0);

        assertThat(query("SELECT 1")).isEqualTo("1");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    @Order(6)
    void filesOfTheLogAreThereToBeWrittenAgainOnceSettled() throws IOException, SQLException {
        server.settle();

        // Left to itself, the server would keep five.
        assertThat(Integer.parseInt(query(
                        "SELECT count(*) FROM pg_ls_waldir() WHERE name > pg_walfile_name(pg_current_wal_lsn())")))
                .isGreaterThan(50);
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
