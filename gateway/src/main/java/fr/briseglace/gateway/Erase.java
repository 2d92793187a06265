package fr.briseglace.gateway;

import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgErasures;
import fr.briseglace.trail.Erasure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code brise-glace erase CONFIGURATION BY [ACCESS REASON]}: erases what records say that are older than
 * {@code trail.retention}, or of the one access that must be forgotten before; as the role that {@code database.owner}
 * names, since the gateway's own may not. Who ordered it stays in the trail.
 */
public final class Erase {
    private static final int HOURS = 12;

    private Erase() {}

    /** Ends with 2 where it is asked for wrongly. */
    public static void main(String[] arguments) throws TimeoutException {
        if (arguments.length != 2 && arguments.length != 4) {
            wrong("usage: brise-glace erase CONFIGURATION BY [ACCESS REASON]");
        }
        try {
            Config config = Config.read(Path.of(arguments[0]));
            System.out.println(
                    erase(config, order(config.retention(), Instant.now(), arguments)) + " records were erased");
        } catch (ConfigException e) {
            wrong("brise-glace: " + e.getMessage());
        }
        System.exit(0);
    }

    /** What the arguments ask for. */
    static Erasure.Order order(Period retention, Instant now, String... arguments) {
        Instant limit = now.atOffset(ZoneOffset.UTC).minus(retention).toInstant();
        try {
            return arguments.length == 4
                    ? new Erasure.Order(now, UUID.fromString(arguments[2]), arguments[1], arguments[3])
                    : new Erasure.Order(limit, null, arguments[1], "kept for " + retention);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("who orders it and why are needed, and ACCESS is the identifier of an access");
        }
    }

    /** How many records were erased. */
    static int erase(Config config, Erasure.Order order) throws TimeoutException {
        DatabaseSettings owner = config.owner();
        if (owner == null) {
            throw new ConfigException("database.owner is missing");
        }
        Vertx vertx = Vertx.vertx();
        try {
            PgErasures erasures =
                    new PgErasures(Database.open(vertx, owner).console(), InstantSource.system(), new SecureRandom());
            return erasures.erase(order)
                    .compose(records -> order.access() != null
                            ? Future.succeededFuture(records)
                            : erasures.forgetSearches(order.before()).map(records))
                    .await(HOURS, TimeUnit.HOURS);
        } finally {
            vertx.close().await(1, TimeUnit.MINUTES);
        }
    }

    private static void wrong(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}
