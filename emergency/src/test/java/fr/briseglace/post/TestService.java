package fr.briseglace.post;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An HTTP service on a real socket: each request that was read whole is answered as its manners say, which give the bytes
 * of the answer, {@link #SILENT} or {@link #HANG_UP}.
 */
public final class TestService {
    /** Success. */
    public static final String OK = status("200 OK");
    /** No answer, ever. */
    public static final String SILENT = "";
    /** The connection is dropped. */
    public static final String HANG_UP = "HANG UP";

    private static final String HOST = "127.0.0.1";
    private final Vertx vertx;
    private final Function<Request, String> manners;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final int port;
    private NetServer server;

    /**
     * What arrived.
     *
     * @param target path and query
     * @param headers names in lower case
     */
    public record Request(String target, Map<String, String> headers, String body) {
        public String header(String name) {
            return Objects.requireNonNull(headers.get(name));
        }
    }

    /** Starts on a free port. */
    public TestService(Vertx vertx, Function<Request, String> manners) throws Exception {
        this.vertx = vertx;
        this.manners = manners;
        this.server = listen(0);
        this.port = server.actualPort();
    }

    /** An empty answer of a status. */
    public static String status(String line) {
        return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n";
    }

    public String address() {
        return "http://" + HOST + ":" + port;
    }

    /** All requests that were read, whatever was answered. */
    public List<Request> requests() {
        return requests;
    }

    public void down() throws Exception {
        server.close().await(10, TimeUnit.SECONDS);
    }

    public void up() throws Exception {
        server = listen(port);
    }

    private NetServer listen(int wanted) throws Exception {
        Future<NetServer> listening = vertx.createNetServer()
                .connectHandler(socket -> new Talk(socket).begin())
                .listen(wanted, HOST);
        return listening.await(10, TimeUnit.SECONDS);
    }

    private final class Talk {
        private final NetSocket socket;
        private String read = "";

        Talk(NetSocket socket) {
            this.socket = socket;
        }

        void begin() {
            socket.exceptionHandler(broken -> {});
            socket.handler(this::more);
        }

        /** One byte a character, so that lengths agree. */
        private void more(Buffer bytes) {
            read += bytes.toString(StandardCharsets.ISO_8859_1);
            int end = read.indexOf("\r\n\r\n");
            if (end < 0) {
                return;
            }
            Map<String, String> headers = new HashMap<>();
            List<String> head = read.substring(0, end).lines().toList();
            head.stream()
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    .forEach(pair -> headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]));
            int whole = end + 4 + Integer.parseInt(headers.getOrDefault("content-length", "0"));
            if (read.length() < whole) {
                return;
            }
            String body = new String(
                    read.substring(end + 4, whole).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            read = read.substring(whole);
            Request request = new Request(head.getFirst().split(" ", -1)[1], headers, body);
            requests.add(request);
            answer(manners.apply(request));
        }

        private void answer(String answer) {
            if (answer.equals(HANG_UP)) {
                socket.close();
            } else if (!answer.equals(SILENT)) {
                socket.write(answer);
            }
        }
    }
}
