package fr.briseglace.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/** Signs notes with a private Ed25519 key. */
public final class NoteSigner {
    private final PrivateKey key;
    private final VerifierKey verifier;

    /**
     * A signer.
     *
     * @param key private half
     * @param verifier public half, and whose it is
     */
    public NoteSigner(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** How others check it. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text, for a key that signs notes as they are. */
    public NoteSignature sign(String text) {
        must(KeyAlgorithm.ED25519);
        return signature(sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Cosigns a checkpoint at a time, for a witness's key. */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        must(KeyAlgorithm.COSIGNATURE);
        long seconds = at.getEpochSecond();
        byte[] signed = sign(Cosignature.message(seconds, checkpoint.text()));
        return signature(new Cosignature(seconds, signed).bytes());
    }

    private void must(KeyAlgorithm algorithm) {
        if (verifier.algorithm() != algorithm) {
            throw new IllegalStateException("the key is for something else");
        }
    }

    private NoteSignature signature(byte[] bytes) {
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's key cannot sign", e);
        }
    }
}
