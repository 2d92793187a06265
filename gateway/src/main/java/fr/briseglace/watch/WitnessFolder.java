package fr.briseglace.watch;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * What a witness keeps between two looks: its key, the log's, the checkpoint that it cosigned last, and the evidence where
 * the log was not as it had been.
 */
record WitnessFolder(Path folder) {
    /** Its own key, made the first time. */
    NoteSigner signer(String name) throws Unchecked, IOException {
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

    /** Where a key comes from. */
    interface Source {
        String key() throws Unchecked;
    }

    /** The log's key: the one given or else the one shown first; never another one later. */
    VerifierKey logKey(@Nullable String given, Source shown) throws Unchecked, IOException {
        String kept = read("log.key");
        if (kept == null) {
            kept = given == null ? shown.key() : given;
            DurableFile.write(folder.resolve("log.key"), VerifierKey.parse(kept).text() + "\n");
        }
        VerifierKey key = VerifierKey.parse(kept);
        if (given != null && !VerifierKey.parse(given).equals(key)) {
            throw new Unchecked("this folder is for a log of another key");
        }
        return key;
    }

    /** What was cosigned last; null where nothing was. */
    @Nullable
    SignedNote last(VerifierKey witness) throws Unchecked, IOException {
        String kept = read("checkpoint");
        if (kept == null) {
            return null;
        }
        SignedNote note = SignedNote.parse(kept.getBytes(StandardCharsets.UTF_8));
        if (!note.isSignedBy(witness)) {
            throw new Unchecked("the checkpoint in the folder is not cosigned by this witness");
        }
        return note;
    }

    void keep(SignedNote cosigned) throws IOException {
        DurableFile.write(folder.resolve("checkpoint"), cosigned.encode());
    }

    /** Two checkpoints that do not fit together, both signed by the log. */
    void evidence(SignedNote before, SignedNote seen) throws IOException {
        DurableFile.write(folder.resolve("evidence"), before.encode() + "\n" + seen.encode());
    }

    private @Nullable String read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : null;
    }
}
