package fr.briseglace.smtp;

import fr.briseglace.smtp.Handover.Stage;
import fr.briseglace.smtp.SmtpRelay.Protection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;

/** One conversation with a relay, one message at a time. Belongs to one event loop. */
final class SmtpConnection {
    private static final String END = "\r\n.\r\n";
    private final Vertx vertx;
    private final SmtpRelay relay;
    private final NetSocket socket;
    private final Queue<Promise<Reply>> expected = new ArrayDeque<>();
    private boolean pipelining;
    private boolean open = true;
    private boolean offering;
    private int taken;

    private SmtpConnection(Vertx vertx, SmtpRelay relay, NetSocket socket) {
        this.vertx = vertx;
        this.relay = relay;
        this.socket = socket;
        socket.handler(Reply.parser(this::answered));
        socket.closeHandler(closed -> end(new Handover.Broken()));
        socket.exceptionHandler(broken -> end(new Handover.Broken()));
    }

    /** Connects and introduces us; fails with {@link Lost}. */
    static Future<SmtpConnection> open(Vertx vertx, NetClient client, SmtpRelay relay) {
        ConnectOptions way = new ConnectOptions().setHost(relay.host()).setPort(relay.port());
        if (relay.protection() == Protection.TLS) {
            way.setSsl(true).setSslOptions(tls(relay));
        }
        return client.connect(way)
                .<SmtpConnection>map(socket -> new SmtpConnection(vertx, relay, socket))
                .compose(connection ->
                        connection.patiently(connection.introduce()).map(connection));
    }

    /** Whatever is trusted, the relay has to prove the name it is known by. */
    private static ClientSSLOptions tls(SmtpRelay relay) {
        ClientSSLOptions given = relay.tls();
        return (given == null ? new ClientSSLOptions() : given.copy()).setHostnameVerificationAlgorithm("HTTPS");
    }

    /** Whether another message can be sent. */
    boolean usable() {
        return open && expected.isEmpty();
    }

    /** Whether it has served before, so that the relay may have grown tired of it meanwhile. */
    boolean used() {
        return taken > 0;
    }

    /** Whether the content of the last message was never sent, so that sending it again can cause no repeat. */
    boolean offeredNothing() {
        return !offering;
    }

    /** Hands over one message; fails with {@link Lost} where the conversation ends. */
    Future<Handover> send(String from, String to, Buffer content) {
        offering = false;
        return patiently(envelope("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", content));
    }

    /** Says good-bye and hangs up. */
    Future<Void> close() {
        if (!open) {
            return Future.succeededFuture();
        }
        Promise<Void> gone = Promise.promise();
        socket.write("QUIT\r\n").onComplete(written -> {
            end(new Handover.Broken());
            gone.complete();
        });
        return gone.future();
    }

    private Future<Void> introduce() {
        return expect().compose(greeting -> positive(greeting, Stage.SESSION))
                .compose(greeted -> hello())
                .compose(offers -> relay.protection() == Protection.STARTTLS ? secured(offers) : done(offers))
                .compose(this::loggedIn)
                .mapEmpty();
    }

    private Future<Reply> hello() {
        return exchange("EHLO " + relay.ourName())
                .compose(offers -> positive(offers, Stage.SESSION))
                .onSuccess(offers -> pipelining = offers.offers("PIPELINING"));
    }

    /** What was offered in clear is forgotten, and asked for again under TLS (RFC 3207 §4.2). */
    private Future<Reply> secured(Reply offers) {
        if (!offers.offers("STARTTLS")) {
            return Future.failedFuture(lost(new Handover.Broken()));
        }
        return exchange("STARTTLS")
                .compose(go -> positive(go, Stage.SESSION))
                .compose(go -> socket.upgradeToSsl(tls(relay), relay.host()))
                .compose(secure -> hello());
    }

    private Future<Reply> loggedIn(Reply offers) {
        SmtpRelay.Login login = relay.login();
        if (login == null) {
            return done(offers);
        }
        if (!offers.offersPlainLogin()) {
            return Future.failedFuture(lost(new Handover.Broken()));
        }
        byte[] secret = ("\0" + login.name() + "\0" + login.password()).getBytes(StandardCharsets.UTF_8);
        return exchange("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret))
                .compose(welcome -> positive(welcome, Stage.SESSION));
    }

    private Future<Handover> envelope(String sender, String recipient, Buffer content) {
        if (!pipelining) {
            return exchange(sender)
                    .compose(from -> from.positive()
                            ? exchange(recipient)
                                    .compose(to -> to.positive()
                                            ? exchange("DATA").compose(go -> content(go, content))
                                            : refused(Stage.RECIPIENT, to))
                            : refused(Stage.SENDER, from));
        }
        write(Buffer.buffer(sender + "\r\n" + recipient + "\r\nDATA\r\n"));
        Future<Reply> from = expect();
        Future<Reply> to = expect();
        return expect().compose(go -> {
            if (from.result().positive() && to.result().positive()) {
                return content(go, content);
            }
            Stage stage = from.result().positive() ? Stage.RECIPIENT : Stage.SENDER;
            Reply no = from.result().positive() ? to.result() : from.result();
            // A relay may ask for content although there is nobody to give it to: then it gets none (RFC 2920 §3.1).
            return go.wantsContent() ? exchange(".").compose(nothing -> refused(stage, no)) : refused(stage, no);
        });
    }

    private Future<Handover> content(Reply go, Buffer content) {
        if (!go.wantsContent()) {
            return refused(Stage.CONTENT, go);
        }
        offering = true;
        write(Dots.stuffed(content).appendString(END));
        return expect().compose(reply -> {
            if (!reply.positive()) {
                return refused(Stage.CONTENT, reply);
            }
            taken++;
            return Future.succeededFuture(new Handover.Taken());
        });
    }

    /** Notes the refusal, and clears the table for the next message. */
    private Future<Handover> refused(Stage stage, Reply no) {
        if (no.code() < 400 || no.farewell()) {
            Handover why = no.farewell() ? new Handover.Refused(stage, no.code()) : new Handover.Broken();
            end(why);
            return Future.succeededFuture(why);
        }
        return exchange("RSET").transform(clear -> {
            if (clear.failed() || !clear.result().positive()) {
                end(new Handover.Broken());
            }
            return Future.succeededFuture(new Handover.Refused(stage, no.code()));
        });
    }

    private Future<Reply> positive(Reply reply, Stage stage) {
        if (reply.positive()) {
            return done(reply);
        }
        return Future.failedFuture(
                lost(reply.code() < 400 ? new Handover.Broken() : new Handover.Refused(stage, reply.code())));
    }

    private static Future<Reply> done(Reply reply) {
        return Future.succeededFuture(reply);
    }

    private Future<Reply> exchange(String command) {
        write(Buffer.buffer(command + "\r\n"));
        return expect();
    }

    private void write(Buffer bytes) {
        if (open) {
            socket.write(bytes).onFailure(broken -> end(new Handover.Broken()));
        }
    }

    private Future<Reply> expect() {
        if (!open) {
            return Future.failedFuture(new Lost(new Handover.Broken()));
        }
        Promise<Reply> next = Promise.promise();
        expected.add(next);
        return next.future();
    }

    private void answered(Reply reply) {
        Promise<Reply> next = expected.poll();
        if (next == null || reply.code() == 0) {
            // A reply nobody waits for, or none at all: from here on nothing could be told apart.
            if (next != null) {
                next.fail(lost(new Handover.Broken()));
            }
            end(reply.farewell() ? new Handover.Refused(Stage.SESSION, reply.code()) : new Handover.Broken());
            return;
        }
        next.complete(reply);
    }

    private <T> Future<T> patiently(Future<T> work) {
        long timer = vertx.setTimer(relay.patience().toMillis(), late -> end(new Handover.Silence()));
        return work.onComplete(ended -> vertx.cancelTimer(timer));
    }

    private Lost lost(Handover outcome) {
        end(outcome);
        return new Lost(outcome);
    }

    private void end(Handover outcome) {
        if (!open) {
            return;
        }
        open = false;
        socket.close();
        for (Promise<Reply> left = expected.poll(); left != null; left = expected.poll()) {
            left.fail(new Lost(outcome));
        }
    }
}
