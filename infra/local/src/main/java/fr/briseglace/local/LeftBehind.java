package fr.briseglace.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a stack that was killed leaves in its home folder: a server still running, or its pid file alone. */
public final class LeftBehind {
    private static final int PATIENCE_SECONDS = 60;

    private LeftBehind() {}

    /**
     * Ends the server of a pid file and waits for its end, or removes the file of one that runs no more. Only for
     * whoever holds the lock of the folder.
     *
     * @param program how the file name of the server's program begins; a number that went to another program since is
     *     left alone
     * @throws IOException where the server does not end
     */
    public static void end(Path pidFile, String program) throws IOException {
        ProcessHandle process = process(pidFile, program).orElse(null);
        if (process != null) {
            interrupt(process);
        }
        Files.deleteIfExists(pidFile);
    }

    /** Whether the server of a pid file runs. */
    public static boolean runs(Path pidFile, String program) throws IOException {
        return process(pidFile, program).isPresent();
    }

    /** The server of a pid file, where it runs. */
    public static Optional<ProcessHandle> process(Path pidFile, String program) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).filter(process -> runs(process, program));
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith(program))
                .isPresent();
    }

    /** SIGINT: Redis and PostgreSQL cut off their clients and end; what PostgreSQL committed is on disk. */
    private static void interrupt(ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server left behind was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a server left behind by an earlier start does not end", e);
        }
    }
}
