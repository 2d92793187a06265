package fr.briseglace.gateway;

import fr.briseglace.gateway.limits.LimitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits as the configuration file has them now. Of all its keys only these are read again while the gateway runs;
 * those in use stay where the file cannot be used.
 */
final class LimitFile {
    private static final Logger LOG = LoggerFactory.getLogger(LimitFile.class);

    private final Path file;
    private volatile LimitSettings limits;
    private FileTime seen;

    /** The limits of a configuration that was just read. */
    LimitFile(Config config) {
        this.file = config.file();
        this.limits = config.limits();
        this.seen = written();
    }

    LimitSettings limits() {
        return limits;
    }

    /** Reads the file again where it was written since. Blocks. */
    synchronized void lookAgain() {
        FileTime written = written();
        if (written.equals(seen)) {
            return;
        }
        seen = written;
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

    private FileTime written() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
