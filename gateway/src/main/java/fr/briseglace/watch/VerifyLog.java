package fr.briseglace.watch;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * {@code brise-glace verify-log URL}: checks a log as a stranger would and says in one sentence what it found. Ends with
 * 0 where all is as it must be, 1 where something is not, and 2 where it could not find out.
 */
public final class VerifyLog {
    private static final Set<String> OPTIONS = Set.of("--since", "--record", "--key", "--ca");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BUDGET = Duration.ofMinutes(30);

    private VerifyLog() {}

    /** See above. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, PATIENCE, BUDGET, System.out));
    }

    static int run(String[] arguments, Duration patience, Duration budget, PrintStream out) {
        try {
            Options options = Options.parse(arguments, OPTIONS);
            try (RemoteLog log = new RemoteLog(options.log(), options.tls(), patience, budget)) {
                out.println(verify(options, log));
                return 0;
            }
        } catch (LogFault fault) {
            out.println("NOT verified: " + fault.getMessage() + ".");
            return 1;
        } catch (Unchecked unknown) {
            out.println("The log could not be verified: " + unknown.getMessage() + ".");
            return 2;
        }
    }

    private static String verify(Options options, RemoteLog log) throws Unchecked {
        String pinned = options.file("--key");
        VerifierKey key = pinned == null ? VerifierKey.parse(log.key()) : given(pinned);
        Audit audit = new Audit(log, key);
        Checkpoint latest = audit.trusted(audit.latest(), "the checkpoint");
        long tiles = audit.whole(latest);
        StringBuilder sentence = new StringBuilder("The log ")
                .append(key.name())
                .append(" is whole: its ")
                .append(latest.size())
                .append(" leaves in ")
                .append(tiles)
                .append(" tiles give the root that ")
                .append(pinned == null ? "the key it shows of itself" : "the given key")
                .append(" signed");
        since(options, audit, latest, sentence);
        record(options, audit, latest, sentence);
        return sentence.append('.').toString();
    }

    private static VerifierKey given(String text) throws Unchecked {
        try {
            return VerifierKey.parse(text);
        } catch (LogFault none) {
            throw new Unchecked("the file that --key names has no verifier key in it");
        }
    }

    private static void since(Options options, Audit audit, Checkpoint latest, StringBuilder sentence)
            throws Unchecked {
        String kept = options.file("--since");
        if (kept != null) {
            SignedNote note = SignedNote.parse(kept.getBytes(StandardCharsets.UTF_8));
            Checkpoint earlier = audit.trusted(note, "the earlier checkpoint");
            audit.consistent(earlier, latest);
            sentence.append("; it begins with all ").append(earlier.size()).append(" leaves of the earlier checkpoint");
        }
    }

    private static void record(Options options, Audit audit, Checkpoint latest, StringBuilder sentence)
            throws Unchecked {
        String kept = options.file("--record");
        if (kept != null) {
            OwnRecord own = OwnRecord.parse(kept);
            Checkpoint then = audit.trusted(own.checkpoint(), "the proof's checkpoint");
            if (own.proof().size() != then.size() || !own.proof().holds(own.leaf(), then.root())) {
                throw new LogFault("the proof in the file does not hold");
            }
            audit.consistent(then, latest);
            if (!audit.leaf(own.proof().index(), latest).equals(own.leaf())) {
                throw new LogFault("the record is not where its proof says");
            }
            sentence.append("; the record is its leaf ")
                    .append(own.proof().index())
                    .append(own.erased() ? ", of which nothing else is left since it was erased" : "");
        }
    }
}
