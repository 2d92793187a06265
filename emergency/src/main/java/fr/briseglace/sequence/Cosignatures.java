package fr.briseglace.sequence;

import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.VerifierKey;
import io.vertx.core.Future;

/** What witnesses cosigned. */
public interface Cosignatures {
    /**
     * Keeps what a witness cosigned last, which the caller has verified.
     *
     * @param size of the checkpoint
     */
    Future<Void> keep(VerifierKey witness, long size, NoteSignature cosignature);
}
