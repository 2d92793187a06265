package fr.briseglace.faults;

import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The software of a structure: HTTPS with its client certificate. Fails where no answer comes. */
final class Client implements AutoCloseable {
    /** After that an answer is not waited for any more. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClientAgent http;

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param type media type
     * @param body as it came
     * @param retryAfter seconds that the server asks to wait; 0 where it does not
     */
    record Reply(int status, String type, Buffer body, int retryAfter) {}

    Client(Vertx vertx, LocalPki pki, LocalStructure structure, HttpVersion version) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(version)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(pki.authority().toString()))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(pki.certificate(structure).toString())
                        .setKeyPath(pki.key(structure).toString()))
                .setHttp2MultiplexingLimit(100)
                .setConnectTimeout(1_000);
        this.http = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(64).setHttp2MaxSize(4));
    }

    Future<Reply> send(HttpMethod method, int port, String path, String token, String key, JsonObject body) {
        return send(method, port, path, token, key, "application/json", body);
    }

    /**
     * The same, for an answer in another form.
     *
     * @param accept media type
     */
    Future<Reply> send(
            HttpMethod method, int port, String path, String token, String key, String accept, JsonObject body) {
        RequestOptions request = new RequestOptions()
                .setMethod(method)
                .setHost("localhost")
                .setPort(port)
                .setURI(path)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, accept);
        if (!key.isEmpty()) {
            request.putHeader("Idempotency-Key", key);
        }
        return http.request(request)
                .compose(open -> open.send(body.toBuffer()))
                .compose(response -> {
                    String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
                    String wait = response.getHeader(HttpHeaders.RETRY_AFTER);
                    return response.body()
                            .map(read -> new Reply(
                                    response.statusCode(),
                                    type == null ? "" : type,
                                    read,
                                    wait == null ? 0 : Integer.parseInt(wait)));
                })
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        http.close().await();
    }
}
