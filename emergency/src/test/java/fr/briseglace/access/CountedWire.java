package fr.briseglace.access;

import fr.briseglace.store.DatabaseServer;
import fr.briseglace.store.DatabaseSettings;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicLong;

/** A wire between a service and its store that counts what passes, either way. */
final class CountedWire implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final DatabaseSettings store;
    private final NetClient client = vertx.createNetClient();
    private final NetServer server;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    CountedWire(DatabaseSettings store) {
        this.store = store;
        this.server = vertx.createNetServer()
                .connectHandler(this::join)
                .listen(0, "localhost")
                .await();
    }

    private void join(NetSocket service) {
        service.pause();
        DatabaseServer at = store.servers().getFirst();
        client.connect(at.port(), at.host())
                .onSuccess(far -> {
                    service.handler(bytes -> {
                        asked.addAndGet(bytes.length());
                        far.write(bytes);
                    });
                    far.handler(bytes -> {
                        answered.addAndGet(bytes.length());
                        service.write(bytes);
                    });
                    service.closeHandler(closed -> far.close());
                    service.resume();
                })
                .onFailure(refused -> service.close());
    }

    /** The same store at the end of this wire, through one connection for each use. */
    DatabaseSettings settings() {
        return new DatabaseSettings(
                "localhost", server.actualPort(), store.database(), store.user(), store.password(), 1);
    }

    /**
     * What passed, in bytes. Equal traffic is equal statements with equal answers.
     *
     * @param asked from the service
     * @param answered from the store
     */
    record Traffic(long asked, long answered) {}

    /** What passes while something is done. */
    Traffic during(Runnable something) {
        long askedBefore = asked.get();
        long answeredBefore = answered.get();
        something.run();
        return new Traffic(asked.get() - askedBefore, answered.get() - answeredBefore);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
