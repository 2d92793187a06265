package fr.briseglace.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** A line to a server of this machine that can be made slow, or made to bring nonsense instead of answers. */
final class Line implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int NONSENSE = 64;

    private final Vertx vertx;
    private final NetServer near;
    private final NetClient far;
    private volatile long delayMillis;
    private volatile boolean nonsense;

    /** A line to a port. */
    Line(Vertx vertx, int server) {
        this.vertx = vertx;
        this.far = vertx.createNetClient();
        this.near = vertx.createNetServer()
                .connectHandler(caller -> {
                    caller.pause();
                    far.connect(server, HOST)
                            .onSuccess(called -> join(caller, called))
                            .onFailure(away -> caller.close());
                })
                .listen(0, HOST)
                .await();
    }

    /** The port at this end. */
    int port() {
        return near.actualPort();
    }

    /** Everything takes so long on its way, in each direction; 0 for no time. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** What the server answers is replaced by as many random bytes and more. */
    void nonsense(boolean on) {
        nonsense = on;
    }

    private void join(NetSocket caller, NetSocket called) {
        caller.handler(bytes -> later(() -> called.write(bytes)));
        called.handler(bytes -> later(() -> caller.write(nonsense ? noise(bytes.length()) : bytes)));
        caller.closeHandler(ended -> called.close());
        called.closeHandler(ended -> later(caller::close));
        caller.resume();
    }

    /** In order, for timers of one length fire in the order in which they were set. */
    private void later(Runnable step) {
        long delay = delayMillis;
        if (delay == 0) {
            step.run();
        } else {
            vertx.setTimer(delay, due -> step.run());
        }
    }

    private static Buffer noise(int length) {
        byte[] bytes = new byte[length + NONSENSE];
        new Random(ThreadLocalRandom.current().nextLong()).nextBytes(bytes);
        return Buffer.buffer(bytes);
    }

    @Override
    public void close() {
        near.close().await();
        far.close().await();
    }
}
