package fr.briseglace.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a stack that was killed leaves in its data folder: a postmaster still running, or its pid file alone. */
final class LeftBehind {
    private static final int PATIENCE_SECONDS = 60;

    private LeftBehind() {}

    /**
     * Ends the server that still runs on the data folder, or removes the pid file of one that does not. Only for whoever
     * holds the folder's lock.
     */
    static void clear(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            Files.delete(pidFile);
            return;
        }
        String program = process.info().command().orElse("postgres");
        if (program.endsWith("postgres")) {
            interrupt(process);
        } else {
            // The number went to another program since; PostgreSQL would take that one for its own and give up.
            Files.delete(pidFile);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: clients are cut off, what was committed is on disk. */
    private static void interrupt(ProcessHandle postmaster) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a PostgreSQL left behind was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a PostgreSQL left behind by an earlier start does not end", e);
        }
    }
}
