package fr.briseglace.gateway;

import fr.briseglace.store.SchemaOutdated;
import fr.briseglace.store.StoreNotReached;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code brise-glace serve CONFIGURATION}: one production gateway until it is told to stop. With {@code --rehearse} it
 * only answers itself, and ends.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final long AGAIN_MILLIS = 2_000;

    private Main() {}

    /** Serves; ends with 2 where the configuration cannot be used and 1 where the start fails, but for a store that is away. */
    public static void main(String[] arguments) throws InterruptedException {
        boolean rehearsal = arguments.length == 2 && arguments[1].equals("--rehearse");
        if (arguments.length != 1 && !rehearsal) {
            System.err.println("usage: brise-glace serve CONFIGURATION");
            System.exit(2);
        }
        Config config;
        try {
            config = Config.read(Path.of(arguments[0]));
        } catch (ConfigException e) {
            System.err.println("brise-glace: " + e.getMessage());
            System.exit(2);
            return;
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        if (rehearsal) {
            Gateway.start(vertx, config)
                    .onSuccess(gateway -> rehearse(vertx, gateway))
                    .onFailure(Main::giveUp);
        } else {
            serve(vertx, config, true);
        }
    }

    /**
     * A store that is away when a node starts comes back, and then nobody should have to start the node again.
     *
     * @param first whether nobody was told yet that the start waits
     */
    private static void serve(Vertx vertx, Config config, boolean first) {
        Gateway.start(vertx, config)
                .onSuccess(gateway -> {
                    gateway.announce();
                    closeAtEnd(gateway);
                })
                .onFailure(failure -> {
                    if (!(failure instanceof StoreNotReached)) {
                        giveUp(failure);
                        return;
                    }
                    if (first) {
                        LOG.warn("the store is away; the start waits for it");
                    }
                    vertx.setTimer(AGAIN_MILLIS, due -> serve(vertx, config, false));
                });
    }

    private static void giveUp(Throwable failure) {
        if (failure instanceof SchemaOutdated || failure instanceof ConfigException) {
            System.err.println("brise-glace: " + failure.getMessage());
        } else {
            LOG.error("the gateway cannot start", failure);
        }
        System.exit(1);
    }

    /** Nobody is sent here meanwhile: it never says that it is ready. */
    private static void rehearse(Vertx vertx, Gateway gateway) {
        Rehearsal.of(vertx, gateway.publicPort()).eventually(gateway::close).onComplete(done -> {
            if (done.failed()) {
                LOG.error("the gateway does not answer itself", done.cause());
            }
            System.exit(done.succeeded() ? 0 : 1);
        });
    }

    /** On SIGTERM or SIGINT; who is in a hurry sends SIGKILL, which loses no record either. */
    private static void closeAtEnd(Gateway gateway) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            CountDownLatch closed = new CountDownLatch(1);
            gateway.leave().onComplete(done -> closed.countDown());
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
