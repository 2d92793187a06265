package fr.briseglace.sequence;

import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Under what name the log is known, and who signs for it.
 *
 * @param signer the present key; its name is the log's
 * @param successors keys that will follow it. They sign beside it already, so that whoever knows either can verify
 */
public record LogIdentity(NoteSigner signer, List<NoteSigner> successors) {
    /** All keys bear the log's name. */
    public LogIdentity {
        successors = List.copyOf(successors);
        for (NoteSigner successor : successors) {
            if (!successor.verifier().name().equals(signer.verifier().name())) {
                throw new IllegalArgumentException("all keys of a log have its name");
            }
        }
    }

    /** The log's name. */
    public String origin() {
        return signer.verifier().name();
    }

    /** A checkpoint as it is served. Signing the same twice gives the same bytes. */
    SignedNote sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        List<NoteSigner> signers = new ArrayList<>(successors);
        signers.addFirst(signer);
        return new SignedNote(text, signers.stream().map(s -> s.sign(text)).toList());
    }
}
