package fr.briseglace.gateway;

import fr.briseglace.gateway.limits.LimitSettings;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits as the configuration file has them now. Of all its keys only these are read again while the gateway runs;
 * those in use stay where the file cannot be used.
 */
final class LimitFile {
    private static final Logger LOG = LoggerFactory.getLogger(LimitFile.class);

    private final Path file;
    private final WrittenFiles written;
    private volatile LimitSettings limits;

    /** The limits of a configuration that was just read. */
    LimitFile(Config config) {
        this.file = config.file();
        this.written = new WrittenFiles(List.of(file));
        this.limits = config.limits();
    }

    LimitSettings limits() {
        return limits;
    }

    /** Reads the file again where it was written since. Blocks. */
    void lookAgain() {
        if (!written.anew()) {
            return;
        }
        try {
            LimitSettings read = Config.read(file).limits();
            if (!read.equals(limits)) {
                limits = read;
                LOG.info("limits changed");
            }
        } catch (ConfigException e) {
            LOG.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("the configuration file cannot be used; the limits stay");
        }
    }
}
