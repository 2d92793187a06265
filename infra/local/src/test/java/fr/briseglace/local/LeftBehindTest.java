package fr.briseglace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftBehindTest {
    @TempDir
    Path folder;

    private Path pidFile;
    private Process process;

    @BeforeEach
    void aProgramThatRuns() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        pidFile = Files.writeString(folder.resolve("server.pid"), process.pid() + "\n/some/folder\n");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aServerStillRunningIsEnded() throws IOException {
        LeftBehind.end(pidFile, nameOf(process));

        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void anotherProgramThatInheritedTheNumberIsLeftAlone() throws IOException {
        LeftBehind.end(pidFile, "postgres");

        assertThat(process.isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void theFileOfAServerThatRunsNoMoreIsRemoved() throws IOException {
        String name = nameOf(process);
        process.destroyForcibly();
        process.onExit().join();

        LeftBehind.end(pidFile, name);

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void withoutAFileThereIsNothingToDo() throws IOException {
        Files.delete(pidFile);

        LeftBehind.end(pidFile, nameOf(process));

        assertThat(process.isAlive()).isTrue();
    }

    /** {@code sleep} may be a link to a program of another name. */
    private static String nameOf(Process process) {
        return Path.of(process.info().command().orElseThrow()).getFileName().toString();
    }
}
