package fr.briseglace.watch;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code brise-glace witness URL --state DIR --name NAME}: sees to it that a log only grows, and puts its name to each
 * checkpoint that it found so (C2SP tlog-cosignature). What it cosigned last is kept in {@code DIR/checkpoint} before
 * anybody sees it, so that it never puts its name to two logs that differ. Ends with 1 where the log is not as it was,
 * with the proof of that in {@code DIR/evidence}, and with 2 where it cannot go on.
 */
public final class Witness {
    private static final Set<String> OPTIONS = Set.of("--state", "--name", "--log-key", "--every", "--ca");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BUDGET = Duration.ofMinutes(5);
    private static final int LONGEST_PERIOD = 86_400;

    private final Options options;
    private final Path folder;
    private final InstantSource clock;
    private final PrintStream out;

    private Witness(Options options, Path folder, InstantSource clock, PrintStream out) {
        this.options = options;
        this.folder = folder;
        this.clock = clock;
        this.out = out;
    }

    /** See above. With {@code --every SECONDS} it goes on until it is ended. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, InstantSource.system(), System.out));
    }

    static int run(String[] arguments, InstantSource clock, PrintStream out) {
        try {
            Options options = Options.parse(arguments, OPTIONS);
            Path folder = Path.of(needed(options, "--state"));
            Files.createDirectories(folder);
            try (FileChannel guard = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = guard.tryLock()) {
                if (lock == null) {
                    throw new Unchecked("another witness works in that folder");
                }
                new Witness(options, folder, clock, out).work();
                return 0;
            }
        } catch (LogFault fault) {
            out.println("NOT cosigned: " + fault.getMessage() + ".");
            return 1;
        } catch (Unchecked unknown) {
            out.println("The log could not be witnessed: " + unknown.getMessage() + ".");
            return 2;
        } catch (IOException e) {
            out.println("The log could not be witnessed: the folder that --state names cannot be used.");
            return 2;
        }
    }

    private static String needed(Options options, String name) throws Unchecked {
        String value = options.value(name);
        if (value == null) {
            throw new Unchecked(name + " is missing");
        }
        return value;
    }

    private void work() throws Unchecked, IOException {
        NoteSigner signer = signer();
        int period = period();
        try {
            do {
                try {
                    look(signer);
                } catch (Unchecked passing) {
                    if (period == 0) {
                        throw passing;
                    }
                    out.println("Not seen this time: " + passing.getMessage() + ".");
                }
                Thread.sleep(Duration.ofSeconds(period));
            } while (period > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int period() throws Unchecked {
        String text = options.value("--every");
        if (text == null) {
            return 0;
        }
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > LONGEST_PERIOD) {
            throw new Unchecked("--every must be a number of seconds, a day at most");
        }
        return Integer.parseInt(text);
    }

    private void look(NoteSigner signer) throws Unchecked, IOException {
        try (RemoteLog log = new RemoteLog(options.log(), options.tls(), PATIENCE, BUDGET)) {
            Audit audit = new Audit(log, logKey(log));
            String kept = read("checkpoint");
            SignedNote seen = audit.latest();
            Checkpoint latest = audit.trusted(seen, "the checkpoint");
            if (kept != null) {
                SignedNote before = SignedNote.parse(kept.getBytes(StandardCharsets.UTF_8));
                if (!before.isSignedBy(signer.verifier())) {
                    throw new Unchecked("the checkpoint in the folder is not cosigned by this witness");
                }
                grown(audit, before, seen, latest);
            }
            DurableFile.write(
                    folder.resolve("checkpoint"),
                    seen.with(signer.cosign(latest, clock.instant())).encode());
            out.println("Cosigned " + latest.origin() + " at " + latest.size() + " leaves.");
        }
    }

    private void grown(Audit audit, SignedNote before, SignedNote seen, Checkpoint latest)
            throws Unchecked, IOException {
        try {
            audit.consistent(audit.trusted(before, "the kept checkpoint"), latest);
        } catch (LogFault fault) {
            DurableFile.write(folder.resolve("evidence"), before.encode() + "\n" + seen.encode());
            throw fault;
        }
    }

    /** The key it was given, or else the one that the log showed first; never another one later. */
    private VerifierKey logKey(RemoteLog log) throws Unchecked, IOException {
        String given = options.file("--log-key");
        String kept = read("log.key");
        if (kept == null) {
            kept = given == null ? log.key() : given;
            VerifierKey key = VerifierKey.parse(kept);
            DurableFile.write(folder.resolve("log.key"), key.text() + "\n");
        }
        VerifierKey key = VerifierKey.parse(kept);
        if (given != null && !VerifierKey.parse(given).equals(key)) {
            throw new Unchecked("this folder is for a log of another key");
        }
        return key;
    }

    /** Its own key, made the first time. */
    private NoteSigner signer() throws Unchecked, IOException {
        String name = needed(options, "--name");
        Path file = folder.resolve("witness.key");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, LogKey.create());
        }
        try {
            NoteSigner signer = LogKey.read(Files.readString(file), name, KeyAlgorithm.COSIGNATURE);
            DurableFile.write(folder.resolve("witness.pub"), signer.verifier().text() + "\n");
            return signer;
        } catch (LogFault unusable) {
            throw new Unchecked("--name and the key in the folder make no witness: " + unusable.getMessage());
        }
    }

    private @Nullable String read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : null;
    }
}
