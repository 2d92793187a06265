package fr.briseglace.notice;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A relay that answers each line as a script says; an empty answer is silence. */
final class ScriptedRelay {
    static final String END_OF_MESSAGE = ".";
    private final NetServer server;

    /** Starts on a free port. */
    ScriptedRelay(Vertx vertx, UnaryOperator<String> script) throws Exception {
        server = vertx.createNetServer()
                .connectHandler(socket -> converse(socket, script))
                .listen(0, Relay.LOOPBACK)
                .await(10, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** What a relay that takes everything answers. */
    static String obliging(String line) {
        return switch (line.substring(0, Math.min(4, line.length()))) {
            case "EHLO" -> "250-relay\r\n250 PIPELINING";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "MAIL", "RCPT", "RSET", "NOOP", END_OF_MESSAGE -> "250 ok";
            default -> "";
        };
    }

    private static void converse(NetSocket socket, UnaryOperator<String> script) {
        socket.write("220 relay ESMTP\r\n");
        socket.handler(RecordParser.newDelimited("\r\n", line -> {
            String answer = script.apply(line.toString());
            if (!answer.isEmpty()) {
                socket.write(answer + "\r\n");
            }
        }));
    }
}
