package fr.briseglace.watch;

import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.Tile;
import fr.briseglace.tlog.TileId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A log behind an address. Whoever answers there is trusted in nothing: sizes and times are bounded, redirects are not
 * followed, and where it asks for patience, it gets some.
 */
final class RemoteLog implements AutoCloseable {
    private static final int LARGEST_KEY = 1024;
    private static final int FULL_TILE = 8192;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long LONGEST_PAUSE = 5;

    private final String prefix;
    private final Duration patience;
    private final long deadline;
    private final HttpClient http;

    /**
     * A log.
     *
     * @param prefix its address, before {@code /checkpoint}
     * @param tls whose certificates count; null for the platform's choice
     * @param patience longest that one answer may take
     * @param budget longest that everything together may take
     */
    RemoteLog(URI prefix, @Nullable SSLContext tls, Duration patience, Duration budget) {
        this.prefix = prefix.toString().replaceFirst("/+$", "");
        this.patience = patience;
        this.deadline = System.nanoTime() + budget.toNanos();
        HttpClient.Builder builder =
                HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(patience);
        this.http = (tls == null ? builder : builder.sslContext(tls)).build();
    }

    /** The key it shows of itself, as text. */
    String key() throws Unchecked {
        return new String(get("/key", LARGEST_KEY), StandardCharsets.UTF_8);
    }

    /** Its last checkpoint; fails with {@link LogFault} where that is no signed note. */
    SignedNote checkpoint() throws Unchecked {
        return SignedNote.parse(get("/checkpoint", SignedNote.LONGEST));
    }

    /** A tile, which the log must have; a wider one is not taken for it. */
    Tile tile(TileId id) throws Unchecked {
        return Tile.of(id, get("/tile/" + id.path(), FULL_TILE));
    }

    private byte[] get(String path, int most) throws Unchecked {
        while (true) {
            HttpResponse<byte[]> answer = send(path, most);
            if (answer.statusCode() == TOO_MANY_REQUESTS) {
                rest(answer);
            } else if (answer.statusCode() == 200) {
                return answer.body();
            } else if (answer.statusCode() == 404 && path.startsWith("/tile/")) {
                throw new LogFault("the tile " + path.substring("/tile/".length()) + " is missing");
            } else {
                throw new Unchecked("the log answers " + answer.statusCode() + " for " + path);
            }
        }
    }

    private HttpResponse<byte[]> send(String path, int most) throws Unchecked {
        long left = Math.min(patience.toNanos(), deadline - System.nanoTime());
        if (left <= 0) {
            throw new Unchecked("the log takes too long to be read");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + path)).build();
        var sent = http.sendAsync(request, info -> new Bounded(most));
        try {
            return sent.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new Unchecked("the log does not answer in time for " + path);
        } catch (ExecutionException e) {
            throw new Unchecked(reason(e.getCause(), path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unchecked("interrupted");
        }
    }

    private static String reason(@Nullable Throwable cause, String path) {
        if (cause instanceof SSLException) {
            return "the log's certificate is not trusted; --ca names its authority";
        }
        return "the log cannot be read at " + path + " ("
                + (cause == null ? "unknown" : cause.getClass().getSimpleName()) + ")";
    }

    private void rest(HttpResponse<byte[]> answer) throws Unchecked {
        long seconds = answer.headers()
                .firstValue("retry-after")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(1L);
        long pause = Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_PAUSE)).toMillis();
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > deadline) {
            throw new Unchecked("the log refuses to be read so fast, and there is no time left");
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unchecked("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
