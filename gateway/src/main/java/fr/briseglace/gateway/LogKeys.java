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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign the log, from files that may be written anew while the gateway runs. Only a key that was announced
 * as the successor takes the place of the present one: whoever verifies the log has been able to learn it.
 */
final class LogKeys {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeys.class);

    private final LogSettings settings;
    private final WrittenFiles written;
    private volatile LogIdentity identity;

    private LogKeys(LogSettings settings) {
        this.settings = settings;
        Path next = settings.nextKey();
        this.written = new WrittenFiles(next == null ? List.of(settings.key()) : List.of(settings.key(), next));
        this.identity = identity(settings);
    }

    /**
     * The keys as they are now.
     *
     * @throws ConfigException where a key is none, or the name cannot be a log's
     */
    static LogKeys read(LogSettings settings) {
        return new LogKeys(settings);
    }

    /** Under what name and by which keys the log is signed now. */
    LogIdentity identity() {
        return identity;
    }

    /** Reads the files again where one was written since. Blocks. */
    void lookAgain() {
        if (!written.anew()) {
            return;
        }
        try {
            LogIdentity fresh = identity(settings);
            if (!known(fresh.signer())) {
                throw new ConfigException("log.key is a key that was not announced as log.next-key before");
            }
            identity = fresh;
            LOG.info("keys of the public log changed");
        } catch (ConfigException e) {
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the log's keys cannot be used; those known stay");
        }
    }

    private boolean known(NoteSigner signer) {
        return Stream.concat(Stream.of(identity.signer()), identity.successors().stream())
                .anyMatch(known -> same(known, signer));
    }

    /** No successor is announced where its file is not there, as before the first and after it has become the present. */
    private static LogIdentity identity(LogSettings settings) {
        NoteSigner present = signer("log.key", settings.key(), settings.origin());
        Path next = settings.nextKey();
        if (next == null || Files.notExists(next)) {
            return new LogIdentity(present, List.of());
        }
        NoteSigner successor = signer("log.next-key", next, settings.origin());
        return new LogIdentity(present, same(present, successor) ? List.of() : List.of(successor));
    }

    private static boolean same(NoteSigner one, NoteSigner other) {
        return one.verifier().text().equals(other.verifier().text());
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
