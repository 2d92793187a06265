package fr.briseglace.smtp;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Hands messages to one relay over a few connections that stay open. Everything happens on the event loop it is made on,
 * or on one of its own where the caller is on none; it may be asked from any thread.
 *
 * <p>Our own because the Vert.x mail client (5.0.8) takes 500 to 700 µs of processor a notice where this takes 65 to 90
 * (NoticeCost, both against the same relay): at 500 accesses a second most of a core. It also gives one reply code for a
 * message, and not whether a 550 was meant for the recipient or for us.
 */
public final class SmtpClient {
    private static final int IDLE_SECONDS = 30;

    private final Vertx vertx;
    private final Context loop;
    private final SmtpRelay relay;
    private final NetClient client;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final List<SmtpConnection> open = new ArrayList<>();
    private final Queue<Errand> waiting = new ArrayDeque<>();
    private int opening;

    private record Errand(String from, String to, Buffer content, Promise<Handover> ended) {}

    private SmtpClient(Vertx vertx, SmtpRelay relay) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.relay = relay;
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout(Math.toIntExact(relay.patience().toMillis()))
                .setIdleTimeout(Math.toIntExact(
                        Math.max(IDLE_SECONDS, 2 * relay.patience().toSeconds())))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true);
        this.client = vertx.createNetClient(options);
    }

    /** A client of a relay; connects when there is something to send. */
    public static SmtpClient of(Vertx vertx, SmtpRelay relay) {
        return new SmtpClient(vertx, relay);
    }

    /**
     * Hands over one message to one recipient: waits for a free connection as long as the relay's patience, and as long
     * again for the answers. Both addresses have to be plain ones.
     *
     * @return what became of it; never a failed future
     */
    public Future<Handover> send(String from, String to, Buffer content) {
        Errand errand = new Errand(from, to, content, Promise.promise());
        if (loop.equals(vertx.getOrCreateContext())) {
            take(errand);
        } else {
            loop.runOnContext(v -> take(errand));
        }
        return errand.ended().future();
    }

    /** Says good-bye on all connections; what is under way ends as broken. */
    public Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        loop.runOnContext(
                v -> Future.join(open.stream().map(SmtpConnection::close).toList())
                        .eventually(client::close)
                        .onComplete(done -> closed.complete()));
        return closed.future();
    }

    private void take(Errand errand) {
        SmtpConnection ready = idle.poll();
        while (ready != null && !ready.usable()) {
            open.remove(ready);
            ready = idle.poll();
        }
        if (ready != null) {
            carry(ready, errand);
        } else {
            waiting.add(errand);
            long timer = vertx.setTimer(relay.patience().toMillis(), late -> giveUp(errand));
            errand.ended().future().onComplete(ended -> vertx.cancelTimer(timer));
            connect();
        }
    }

    private void giveUp(Errand errand) {
        if (waiting.remove(errand)) {
            errand.ended().complete(new Handover.Silence());
        }
    }

    private void connect() {
        if (open.size() + opening >= relay.connections() || opening >= waiting.size()) {
            return;
        }
        opening++;
        SmtpConnection.open(vertx, client, relay).onComplete(this::connected, this::unconnected);
        connect();
    }

    private void connected(SmtpConnection connection) {
        opening--;
        open.add(connection);
        free(connection);
    }

    /** Where no connection can be had, nobody waits for one. */
    private void unconnected(Throwable cause) {
        opening--;
        if (open.isEmpty() && opening == 0) {
            List<Errand> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(errand -> errand.ended().complete(Lost.outcome(cause)));
        }
    }

    private void carry(SmtpConnection connection, Errand errand) {
        boolean used = connection.used();
        connection
                .send(errand.from(), errand.to(), errand.content())
                .otherwise(Lost::outcome)
                .onSuccess(handover -> {
                    boolean tired = used && connection.offeredNothing() && broken(handover);
                    free(connection);
                    if (tired) {
                        // The relay had hung up on an idle connection before it learnt of this message.
                        take(errand);
                    } else {
                        errand.ended().complete(handover);
                    }
                });
    }

    private static boolean broken(Handover handover) {
        return handover instanceof Handover.Broken
                || (handover instanceof Handover.Refused refused && refused.code() == 421);
    }

    private void free(SmtpConnection connection) {
        if (!connection.usable()) {
            open.remove(connection);
            connect();
            return;
        }
        Errand next = waiting.poll();
        if (next == null) {
            idle.push(connection);
        } else {
            carry(connection, next);
        }
    }
}
