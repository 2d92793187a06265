package fr.briseglace.cache;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A server that speaks just enough RESP to misbehave: it answers each command with whatever bytes the test says. */
final class FakeRedis {
    private final NetServer server;

    /** An answer that hangs up instead. */
    static final String HANG_UP = "hang up";

    /** {@code answer} gives the bytes for a command other than {@code PING}; none for silence. */
    FakeRedis(Vertx vertx, Function<List<String>, String> answer) {
        server = vertx.createNetServer().connectHandler(socket -> serve(socket, answer));
        Results.of(server.listen(0, "127.0.0.1"));
    }

    static String bulk(String value) {
        return "$" + value.length() + "\r\n" + value + "\r\n";
    }

    LinkOptions options(Duration budget) {
        return new LinkOptions(
                List.of("redis://127.0.0.1:" + server.actualPort()),
                false,
                budget,
                Duration.ofSeconds(5),
                Duration.ofMillis(5),
                Duration.ofMillis(20));
    }

    private static void serve(NetSocket socket, Function<List<String>, String> answer) {
        List<String> words = new ArrayList<>();
        int[] expected = {0};
        RecordParser lines = RecordParser.newDelimited("\r\n");
        lines.handler(line -> {
            String text = line.toString();
            if (text.startsWith("*")) {
                expected[0] = Integer.parseInt(text.substring(1));
                words.clear();
            } else if (!text.startsWith("$")) {
                words.add(text);
                if (words.size() == expected[0]) {
                    reply(
                            socket,
                            words.get(0).equalsIgnoreCase("PING") ? "+PONG\r\n" : answer.apply(List.copyOf(words)));
                }
            }
        });
        socket.handler(lines);
    }

    private static void reply(NetSocket socket, String reply) {
        if (reply.equals(HANG_UP)) {
            socket.close();
        } else {
            socket.write(reply);
        }
    }
}
