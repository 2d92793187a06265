package fr.briseglace.watch;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.ConsistencyProof;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Submission;
import fr.briseglace.tlog.VerifierKey;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Decides on checkpoints that a log brings to a witness, one after the other (C2SP tlog-witness). */
final class Cosigner {
    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param type media type of the body
     * @param body text
     */
    record Answer(int status, String type, String body) {
        private static Answer plain(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body + "\n");
        }

        private static Answer lastSize(long size) {
            return new Answer(409, "text/x.tlog.size", size + "\n");
        }
    }

    private final VerifierKey log;
    private final NoteSigner signer;
    private final WitnessFolder folder;
    private final InstantSource clock;

    Cosigner(VerifierKey log, NoteSigner signer, WitnessFolder folder, InstantSource clock) {
        this.log = log;
        this.signer = signer;
        this.folder = folder;
        this.clock = clock;
    }

    /** Looks at the body of a request; a checkpoint that is cosigned is on the disk before anybody hears of it. */
    synchronized Answer add(byte[] body) throws Unchecked, IOException {
        Submission submission;
        Checkpoint checkpoint;
        try {
            submission = Submission.parse(body);
            checkpoint = Checkpoint.parse(submission.checkpoint().text());
        } catch (LogFault unreadable) {
            return Answer.plain(400, "malformed");
        }
        if (!checkpoint.origin().equals(log.name())) {
            return Answer.plain(404, "unknown log");
        }
        if (!signed(submission.checkpoint())) {
            return Answer.plain(403, "not signed by the log");
        }
        if (submission.old() > checkpoint.size()) {
            return Answer.plain(400, "the old size is larger");
        }
        SignedNote kept = folder.last(signer.verifier());
        Checkpoint last = kept == null ? null : Checkpoint.parse(kept.text());
        long size = last == null ? 0 : last.size();
        boolean other =
                last != null && size == checkpoint.size() && !last.root().equals(checkpoint.root());
        if (submission.old() != size || other) {
            if (kept != null && other) {
                folder.evidence(kept, submission.checkpoint());
            }
            return Answer.lastSize(size);
        }
        if (!grown(last, checkpoint, submission)) {
            if (kept != null) {
                folder.evidence(kept, submission.checkpoint());
            }
            return Answer.plain(422, "the proof does not hold");
        }
        return new Answer(200, "text/plain; charset=utf-8", cosign(submission.checkpoint(), checkpoint));
    }

    private boolean signed(SignedNote note) {
        try {
            return note.isSignedBy(log);
        } catch (LogFault falsely) {
            return false;
        }
    }

    /** What begins with nothing needs no proof, and may have none. */
    private static boolean grown(@Nullable Checkpoint last, Checkpoint checkpoint, Submission submission) {
        if (last == null || last.size() == 0) {
            return submission.proof().isEmpty();
        }
        return new ConsistencyProof(last.size(), checkpoint.size(), submission.proof())
                .holds(last.root(), checkpoint.root());
    }

    private String cosign(SignedNote note, Checkpoint checkpoint) throws IOException {
        SignedNote cosigned = new SignedNote(
                        note.text(),
                        note.signatures().stream()
                                .filter(s -> s.name().equals(log.name()))
                                .toList())
                .with(signer.cosign(checkpoint, clock.instant()));
        folder.keep(cosigned);
        return cosigned.signatures().getLast().line() + "\n";
    }
}
