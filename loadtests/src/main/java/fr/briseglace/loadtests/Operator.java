package fr.briseglace.loadtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whoever runs the service, from their own house. */
final class Operator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "changeit";

    private final URI orders;
    private final Bearers bearers;
    private final HttpClient http;

    Operator(URI base, Bearers bearers, Path keyStore, Path authority) {
        this.orders = base.resolve("/admin/limits");
        this.bearers = bearers;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(tls(keyStore, authority))
                .build();
    }

    /** Has the limits of a region raised for an hour; says whether they were. */
    boolean raise(String region) {
        HttpRequest order = HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearers.next())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"scope\":{\"region\":\"" + region
                        + "\"},\"minutes\":60,\"reason\":\"essai de charge : afflux\"}"))
                .build();
        try {
            return http.send(order, BodyHandlers.discarding()).statusCode() == 201;
        } catch (IOException e) {
            throw new UncheckedIOException("the order did not get through", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What somebody with this certificate makes connections with. */
    static KeyManagerFactory keys(Path keyStore) {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key in " + keyStore, e);
        }
    }

    private static SSLContext tls(Path keyStore, Path authority) {
        try (InputStream in = Files.newInputStream(TrustStore.of(authority).file())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(in, TrustStore.PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(keyStore).getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not to be trusted: " + authority, e);
        }
    }
}
