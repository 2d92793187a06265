package fr.briseglace.watch;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * {@code brise-glace witness URL --state DIR --name NAME}: sees to it that a log only grows, and puts its name to each
 * checkpoint that it found so (C2SP tlog-cosignature). What it cosigned last is kept in {@code DIR/checkpoint} before
 * anybody sees it, so that it never puts its name to two logs that differ. With {@code --listen HOST:PORT} the log brings
 * its checkpoints itself (C2SP tlog-witness). Ends with 1 where the log is not as it was,
 * with the proof of that in {@code DIR/evidence}, and with 2 where it cannot go on.
 */
public final class Witness {
    private static final Set<String> OPTIONS = Set.of("--state", "--name", "--log-key", "--every", "--ca", "--listen");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BUDGET = Duration.ofMinutes(5);
    private static final int LONGEST_PERIOD = 86_400;

    private final Options options;
    private final WitnessFolder folder;
    private final InstantSource clock;
    private final PrintStream out;

    private Witness(Options options, WitnessFolder folder, InstantSource clock, PrintStream out) {
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
                new Witness(options, new WitnessFolder(folder), clock, out).work();
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
        NoteSigner signer = folder.signer(needed(options, "--name"));
        out.println("This witness is " + signer.verifier().text());
        String address = options.value("--listen");
        if (address != null) {
            listen(signer, address);
            return;
        }
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
            Audit audit = new Audit(log, folder.logKey(options.file("--log-key"), log::key));
            SignedNote seen = audit.latest();
            Checkpoint latest = audit.trusted(seen, "the checkpoint");
            SignedNote before = folder.last(signer.verifier());
            if (before != null) {
                grown(audit, before, seen, latest);
            }
            folder.keep(seen.with(signer.cosign(latest, clock.instant())));
            out.println("Cosigned " + latest.origin() + " at " + latest.size() + " leaves.");
        }
    }

    private void grown(Audit audit, SignedNote before, SignedNote seen, Checkpoint latest)
            throws Unchecked, IOException {
        try {
            audit.consistent(audit.trusted(before, "the kept checkpoint"), latest);
        } catch (LogFault fault) {
            folder.evidence(before, seen);
            throw fault;
        }
    }

    /** Waits for the log to bring its checkpoints, until it is ended. */
    private void listen(NoteSigner signer, String address) throws Unchecked, IOException {
        VerifierKey key;
        try (RemoteLog log = new RemoteLog(options.log(), options.tls(), PATIENCE, BUDGET)) {
            key = folder.logKey(options.file("--log-key"), log::key);
        }
        try (WitnessServer server = WitnessServer.start(address, new Cosigner(key, signer, folder, clock))) {
            out.println("Waiting for checkpoints of " + key.name() + " on port " + server.port() + ".");
            server.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
