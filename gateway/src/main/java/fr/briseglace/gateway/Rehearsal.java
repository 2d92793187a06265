package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * A gateway answers itself what needs neither certificate nor token, so that the classes of an answer are loaded as well
 * when the JVM keeps what it has loaded for later starts.
 */
final class Rehearsal {
    private static final String HERE = "localhost";
    private static final List<String> PUBLIC = List.of("/log/checkpoint", "/openapi.yaml");

    private Rehearsal() {}

    /** Asks the gateway that listens on that port; succeeds once it has answered, whatever it did. */
    static Future<Void> of(Vertx vertx, int port) {
        // Nothing is sent that would have to be kept from anybody, and nothing of the answers is used.
        HttpClientAgent http = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setTrustAll(true)
                .setVerifyHost(false));
        Future<Void> asked = Future.succeededFuture();
        for (String path : PUBLIC) {
            asked = asked.compose(before -> ask(http, HttpMethod.GET, port, path));
        }
        return asked.compose(before -> ask(http, HttpMethod.POST, port, AccessResource.PATH))
                .eventually(http::close);
    }

    private static Future<Void> ask(HttpClientAgent http, HttpMethod method, int port, String path) {
        return http.request(method, port, HERE, path)
                .compose(request -> request.send())
                .compose(answer -> answer.body())
                .mapEmpty();
    }
}
