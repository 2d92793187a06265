package fr.briseglace.gateway;

import fr.briseglace.notice.Failure;
import fr.briseglace.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code brise-glace replay-notices CONFIGURATION [REASON]}: makes notices that were given up due again, all or those of
 * one reason; the running gateways send them.
 */
public final class ReplayNotices {
    private static final int SECONDS = 60;

    private ReplayNotices() {}

    /** Ends with 2 where it is asked for wrongly, and with 1 where the store does not answer. */
    public static void main(String[] arguments) throws TimeoutException {
        if (arguments.length < 1 || arguments.length > 2) {
            wrong("usage: brise-glace replay-notices CONFIGURATION [REASON]");
        }
        Optional<Failure> reason = arguments.length == 2 ? Failure.of(arguments[1]) : Optional.empty();
        if (arguments.length == 2 && reason.isEmpty()) {
            wrong("brise-glace: no notice is parked for that reason; reasons are those of the metric and the log");
        }
        try {
            Config config = Config.read(Path.of(arguments[0]));
            System.out.println(replay(config, reason) + " notices are due again");
        } catch (ConfigException e) {
            wrong("brise-glace: " + e.getMessage());
        }
        System.exit(0);
    }

    /** How many became due. */
    static int replay(Config config, Optional<Failure> reason) throws TimeoutException {
        Vertx vertx = Vertx.vertx();
        try {
            Database database = Database.open(vertx, config.database());
            Future<Integer> due = database.outbox().replay(reason);
            return due.await(SECONDS, TimeUnit.SECONDS);
        } finally {
            vertx.close().await(SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void wrong(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}
