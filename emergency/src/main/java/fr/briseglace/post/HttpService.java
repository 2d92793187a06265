package fr.briseglace.post;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts bodies to a service over a few connections that stay open, and tells what it answered. */
public final class HttpService {
    private static final int IDLE_SECONDS = 30;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private final HttpClient client;
    private final Duration patience;

    private HttpService(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * A client; connects when there is something to send. Over {@code https} the service has to prove its name to the
     * authorities that this machine trusts.
     *
     * @param connections most connections at once, from 1
     * @param patience longest wait for the answer to one request, for a free connection included
     */
    public static HttpService of(Vertx vertx, int connections, Duration patience) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(patience.toMillis()))
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setIdleTimeout(Math.toIntExact(Math.max(IDLE_SECONDS, 2 * patience.toSeconds())))
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        HttpClient client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(connections))
                // The default writes what a service said into the log, which may well be what it was told.
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
        return new HttpService(client, patience);
    }

    /**
     * Posts one body.
     *
     * @param headers names and values, fit to be sent
     * @return what came of it; never a failed future
     */
    public Future<Answer> post(URI to, Map<String, String> headers, Buffer body) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(to.toString());
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> answered(request, body))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(cause -> cause instanceof TimeoutException ? new Answer.Silence() : new Answer.Broken());
    }

    /** Gives back connections. */
    public Future<Void> close() {
        return client.close();
    }

    /** A request that is not answered in time is withdrawn, so that it keeps no connection. */
    private Future<Answer> answered(HttpClientRequest request, Buffer body) {
        return request.idleTimeout(patience.toMillis()).send(body).map(response -> {
            drain(request, response);
            return new Answer.Status(response.statusCode());
        });
    }

    /** What else the service says is of no interest, and an endless answer ends the connection. */
    private static void drain(HttpClientRequest request, HttpClientResponse response) {
        int[] read = {0};
        response.exceptionHandler(broken -> {});
        response.handler(bytes -> {
            read[0] += bytes.length();
            if (read[0] > LONGEST_ANSWER) {
                request.reset();
            }
        });
    }
}
