package fr.briseglace.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresProgramsTest {
    private Path parent;
    private Path log;
    private PostgresPrograms programs;

    @BeforeAll
    void firstStart(@TempDir Path folder) throws IOException {
        parent = Files.createDirectory(folder.resolve("programs"));
        log = folder.resolve("postgres.log");
        programs = PostgresPrograms.unpack(parent, log);
    }

    @Test
    void aProgramRunsAndItsOutputGoesToTheLog() throws IOException {
        programs.run("postgres", List.of("--version"));

        assertThat(log).content().contains("PostgreSQL) 18.");
    }

    @Test
    void theFailureOfAProgramPointsAtTheLog() {
        assertThatThrownBy(() -> programs.run("pg_ctl", List.of("status", "-D", parent.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("postgres.log");
    }

    @Test
    void aLaterStartFindsTheProgramsUnpacked() throws IOException {
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path unpacked;
        try (Stream<Path> folders = Files.list(parent)) {
            unpacked = folders.findFirst().orElseThrow();
        }
        Path program = Files.setLastModifiedTime(unpacked.resolve("bin/postgres"), longAgo);

        PostgresPrograms.unpack(parent, log);

        assertThat(Files.getLastModifiedTime(program)).isEqualTo(longAgo);
        assertThat(parent).isDirectoryNotContaining(folder -> !folder.equals(unpacked));
    }
}
