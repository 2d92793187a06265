package fr.briseglace.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** PostgreSQL's own programs: unpacked once, found again by later starts, run as somebody else than root. */
final class PostgresPrograms {
    private static final List<String> USER_NAMESPACE = List.of("unshare", "--user");

    private final List<String> asNobody;
    private final Path folder;
    private final Path log;

    private PostgresPrograms(List<String> asNobody, Path folder, Path log) {
        this.asNobody = asNobody;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Unpacks the programs for this machine under a parent folder, unless they are there already.
     *
     * @param log where the programs write what they have to say
     * @throws IOException where they cannot be unpacked, or could not run afterwards
     */
    static PostgresPrograms unpack(Path parent, Path log) throws IOException {
        List<String> asNobody = asNobody();
        byte[] archive = archive();
        CRC32 crc = new CRC32();
        crc.update(archive);
        Path folder = parent.resolve("postgres-programs-%08x".formatted(crc.getValue()));
        if (!Files.isDirectory(folder)) {
            // Moved into place only when whole, so that an interrupted start leaves nothing that looks finished.
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            TarXz.unpack(new ByteArrayInputStream(archive), unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(asNobody, folder, log);
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException where it ends with an error; the log says more
     */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(asNobody);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        if (!succeeds(command, ProcessBuilder.Redirect.appendTo(log.toFile()))) {
            throw new IOException(program + " of PostgreSQL failed; see " + log);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it cannot tell, and files stay root's. */
    private static List<String> asNobody() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        List<String> probe = new ArrayList<>(USER_NAMESPACE);
        probe.add("true");
        if (!succeeds(probe, ProcessBuilder.Redirect.DISCARD)) {
            throw new IOException("PostgreSQL does not run as root, and this machine lets root make no user namespace;"
                    + " start the local stack as another user");
        }
        return USER_NAMESPACE;
    }

    private static boolean succeeds(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program of PostgreSQL ran", e);
        }
    }

    private static byte[] archive() throws IOException {
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                isLinux() ? "Linux" : "Darwin", machine.equals("amd64") ? "x86_64" : machine)) {
            return archive.readAllBytes();
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }
}
