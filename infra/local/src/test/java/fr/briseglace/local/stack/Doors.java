package fr.briseglace.local.stack;

import fr.briseglace.local.demo.LocalStack;
import fr.briseglace.local.pki.LocalStructure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The ways into the gateway: one client per structure's certificate, one without any, and the operators' plain one. */
final class Doors implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LocalStack stack;
    private final Map<LocalStructure, HttpClient> houses = new EnumMap<>(LocalStructure.class);
    private final HttpClient anonymous;

    Doors(LocalStack stack) throws IOException, GeneralSecurityException {
        this.stack = stack;
        for (LocalStructure structure : LocalStructure.values()) {
            houses.put(structure, showing(stack.pki().store(structure)));
        }
        anonymous = showing(null);
    }

    /** A client that shows the certificate of a PKCS#12 store, or none, and trusts the stack's authority. */
    HttpClient showing(@Nullable Path store) throws IOException, GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own(store), trusted().getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).connectTimeout(PATIENCE).build();
    }

    /** The client of a structure. */
    HttpClient of(LocalStructure structure) {
        HttpClient client = houses.get(structure);
        if (client == null) {
            throw new IllegalArgumentException("no client of " + structure);
        }
        return client;
    }

    /** The client without a certificate. */
    HttpClient anonymous() {
        return anonymous;
    }

    /** A request to the public API. */
    HttpRequest.Builder api(String path) {
        return request("https://localhost:" + stack.options().ports().api() + path);
    }

    /** A request to the operators' port. */
    HttpRequest.Builder operations(String path) {
        return request("http://localhost:" + stack.options().ports().operations() + path);
    }

    static Answer send(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE);
    }

    private static KeyManager @Nullable [] own(@Nullable Path store) throws IOException, GeneralSecurityException {
        if (store == null) {
            return null;
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        return own.getKeyManagers();
    }

    private TrustManagerFactory trusted() throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream in = Files.newInputStream(stack.pki().authority())) {
            authorities.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities);
        return trusted;
    }

    @Override
    public void close() {
        houses.values().forEach(HttpClient::close);
        anonymous.close();
    }
}
