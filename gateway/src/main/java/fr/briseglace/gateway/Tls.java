package fr.briseglace.gateway;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How the public port is served: TLS 1.2 and up, HTTP/2 and 1.1, client certificates asked for. */
final class Tls {
    private static final int LARGEST_HEADERS = 24 * 1024;
    private static final int MOST_STREAMS = 100;
    private static final int IDLE_SECONDS = 60;
    private static final int HANDSHAKE_SECONDS = 10;

    private Tls() {}

    /** A certificate is asked for, not demanded: the public log and statistics need none. */
    static HttpServerOptions options(Config config) {
        return new HttpServerOptions()
                .setHost(config.publicHost())
                .setPort(config.publicPort())
                .setSsl(true)
                .setUseAlpn(true)
                .setSslEngineOptions(boring(config) ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions())
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(config.certificate().toString())
                        .setKeyPath(config.privateKey().toString()))
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(config.clientAuthorities().toString()))
                .setClientAuth(ClientAuth.REQUEST)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setInitialSettings(new Http2Settings()
                        .setMaxHeaderListSize(LARGEST_HEADERS)
                        .setMaxConcurrentStreams(MOST_STREAMS))
                // Nothing here is a WebSocket: what would negotiate one stood in the way of every message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    }

    /** Which engine serves, for the start-up line. */
    static String engine(Config config) {
        return boring(config) ? "BoringSSL" : "JDK";
    }

    private static boolean boring(Config config) {
        return !config.jdkTls() && OpenSSLEngineOptions.isAvailable();
    }
}
