package fr.briseglace.local.stack;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log of the gateway as the demo writes it. */
final class GatewayLog implements AutoCloseable {
    private static final String APPENDER = "FILE";

    private final Path file;

    private GatewayLog(Path file) {
        this.file = file;
    }

    /** Writes it, by the demo's own configuration, beside what tests log already. */
    static GatewayLog into(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putProperty("brise-glace.log", file.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(GatewayLog.class.getResource("/logback-local.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("the demo's logging cannot be set up", e);
        }
        return new GatewayLog(file);
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    @Override
    public void close() {
        root().detachAppender(APPENDER);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
