package fr.briseglace.gateway;

import fr.briseglace.sequence.LogIdentity;
import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the keys that sign the log. */
final class LogKeys {
    private LogKeys() {}

    /**
     * Under what name and by which keys the log is signed.
     *
     * @throws ConfigException where a key is none, or the name cannot be a log's
     */
    static LogIdentity read(LogSettings log) {
        NoteSigner present = signer("log.key", log.key(), log.origin());
        Path next = log.nextKey();
        return new LogIdentity(present, next == null ? List.of() : List.of(signer("log.next-key", next, log.origin())));
    }

    private static NoteSigner signer(String name, Path file, String origin) {
        try {
            return LogKey.read(Files.readString(file), origin, KeyAlgorithm.ED25519);
        } catch (IOException e) {
            throw new ConfigException("the file that " + name + " names cannot be read");
        } catch (LogFault e) {
            throw new ConfigException(name + " and log.origin make no key of a log: " + e.getMessage());
        }
    }
}
