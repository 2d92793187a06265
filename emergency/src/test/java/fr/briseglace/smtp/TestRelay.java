package fr.briseglace.smtp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay on a real socket that behaves as its manners say: for each line it gets, and for the end of each content as a
 * line of one dot, they give the answer, {@link #SILENT} or {@link #HANG_UP}.
 */
public final class TestRelay {
    /** No answer, ever. */
    public static final String SILENT = "";
    /** The connection is dropped. */
    public static final String HANG_UP = "HANG UP";
    /** The line that ends a content. */
    public static final String END = ".";

    private static final String HOST = "127.0.0.1";
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final NetServer server;
    private final boolean tlsFromTheStart;

    /** What a relay answers, by the line and the connection's number, from 1. */
    public interface Manners {
        String answer(String line, int connection);
    }

    /** What a relay answers, and when; later lines are answered after. */
    public interface SlowManners {
        Future<String> answer(String line, int connection);
    }

    private TestRelay(Vertx vertx, NetServerOptions options, SlowManners manners) throws Exception {
        this.tlsFromTheStart = options.isSsl();
        this.server = vertx.createNetServer(options.setHost(HOST).setPort(options.getPort()))
                .connectHandler(socket -> new Talk(socket, manners, connections.incrementAndGet()).begin())
                .listen()
                .await(10, TimeUnit.SECONDS);
    }

    /** Starts on a free port. */
    public static TestRelay with(Vertx vertx, Manners manners) throws Exception {
        return slow(vertx, atOnce(manners));
    }

    /** Starts on a free port, and takes its time. */
    public static TestRelay slow(Vertx vertx, SlowManners manners) throws Exception {
        return new TestRelay(vertx, new NetServerOptions().setPort(0), manners);
    }

    /** Starts with certificates, on a free port. */
    static TestRelay secure(Vertx vertx, NetServerOptions options, Manners manners) throws Exception {
        return new TestRelay(vertx, options.setPort(0), atOnce(manners));
    }

    private static SlowManners atOnce(Manners manners) {
        return (line, connection) -> Future.succeededFuture(manners.answer(line, connection));
    }

    /** Takes everything. */
    public static String polite(String line, int connection) {
        return switch (line.split(" ", 2)[0].split(":", 2)[0]) {
            case "EHLO" -> "250-relay\r\n250-PIPELINING\r\n250 8BITMIME";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "MAIL", "RCPT", "RSET", END -> "250 ok";
            default -> "500 what?";
        };
    }

    public int port() {
        return server.actualPort();
    }

    /** The contents that were taken whole, whatever was answered. */
    public List<String> contents() {
        return contents;
    }

    /** All lines but contents, each after its connection's number. */
    List<String> lines() {
        return lines;
    }

    int connections() {
        return connections.get();
    }

    private final class Talk {
        private final NetSocket socket;
        private final SlowManners manners;
        private final int number;
        private final StringBuilder content = new StringBuilder();
        private Future<Void> answered = Future.succeededFuture();
        private boolean inContent;

        Talk(NetSocket socket, SlowManners manners, int number) {
            this.socket = socket;
            this.manners = manners;
            this.number = number;
        }

        void begin() {
            socket.handler(RecordParser.newDelimited("\r\n", this::line));
            socket.exceptionHandler(broken -> {});
            answer("CONNECT");
        }

        private void line(Buffer bytes) {
            String line = bytes.toString(StandardCharsets.UTF_8);
            if (inContent && !line.equals(END)) {
                content.append(line).append('\n');
                return;
            }
            if (inContent) {
                inContent = false;
                contents.add(content.toString());
                content.setLength(0);
            } else {
                lines.add(number + " " + line);
            }
            answer(line);
        }

        /** In the order of the lines. */
        private void answer(String line) {
            Future<String> answer = manners.answer(line, number);
            answered = answered.compose(before -> answer).map(text -> {
                say(line, line.equals("CONNECT") && text.startsWith("500") ? "220 relay ESMTP" : text);
                return null;
            });
        }

        private void say(String line, String answer) {
            if (answer.equals(HANG_UP)) {
                socket.close();
            } else if (!answer.equals(SILENT)) {
                inContent = line.equals("DATA") && answer.startsWith("354");
                Buffer bytes = Buffer.buffer(answer + "\r\n");
                if (line.equals("STARTTLS") && answer.startsWith("220") && !tlsFromTheStart) {
                    // Said once the socket is ready for TLS, lest the client begin before.
                    socket.upgradeToSsl(bytes).onFailure(refused -> socket.close());
                } else {
                    socket.write(bytes);
                }
            }
        }
    }
}
