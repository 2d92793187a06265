package fr.briseglace.local.demo;

import fr.briseglace.gateway.Config;
import fr.briseglace.gateway.Gateway;
import fr.briseglace.local.idp.IdentityProvider;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.TokenIssuer;
import fr.briseglace.local.mail.MailSink;
import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.population.Population;
import fr.briseglace.local.postgres.LocalPostgres;
import fr.briseglace.local.redis.LocalRedis;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the gateway needs, on this machine, and the gateway itself. Opened and closed by a thread that may wait. */
public final class LocalStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);
    private static final Duration LOAD_LIFETIME = Duration.ofHours(1);
    private static final int LOAD_PROFESSIONALS = 200;

    private final DemoOptions options;
    private final Home home;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final MailSink mail;
    private final LocalPki pki;
    private final LocalPostgres postgres;
    private final LocalRedis redis;
    private final TokenIssuer issuer;
    private final Population population;
    private final Gateway gateway;
    private final DocumentImport.@Nullable Imported imported;

    private LocalStack(DemoOptions options) throws IOException, GeneralSecurityException {
        this.options = options;
        this.home = Home.at(options.home());
        boolean whole = false;
        try {
            open.push(() -> vertx.close().await());
            pki = LocalPki.open(home.pki(), Instant.now());
            postgres = opened(LocalPostgres.start(home.folder(), 0));
            redis = opened(LocalRedis.start(home.folder(), 0));
            mail = opened(MailSink.start(0, InstantSource.system()));
            String url = IdentityProvider.url(options.ports().identities());
            Duration lifetime = options.load() ? LOAD_LIFETIME : TokenIssuer.USUAL_LIFETIME;
            issuer = new TokenIssuer(pki, url, lifetime, InstantSource.system(), new SecureRandom());
            IdentityProvider provider = IdentityProvider.start(
                            vertx, options.ports().identities(), issuer, mail)
                    .await();
            open.push(() -> provider.stop().await());
            Path usual = home.configuration(
                    pki,
                    options.ports(),
                    postgres.port(),
                    redis.uri(),
                    mail.port(),
                    url,
                    options.load() ? Home.OUT_OF_THE_WAY : 1);
            Config config = Config.read(home.configuration(usual, options.settings()));
            StoreContent content = StoreContent.fill(vertx, config, home, options.patients(), options.documents());
            population = content.population();
            imported = content.imported();
            gateway = Gateway.start(vertx, config).await();
            open.push(() -> gateway.close().await());
            if (options.load()) {
                writeTokens();
            }
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    /** Opens everything, or closes again what was opened. */
    public static LocalStack open(DemoOptions options) throws IOException, GeneralSecurityException {
        return new LocalStack(options);
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void writeTokens() throws IOException {
        Files.write(
                home.tokens(),
                IntStream.rangeClosed(1, LOAD_PROFESSIONALS)
                        .mapToObj(Persona::generated)
                        .map(issuer::token)
                        .toList());
    }

    /** Brings the store to the state that one has which runs for long. Blocks. */
    void settle() throws IOException {
        postgres.settle();
    }

    /** Says that the gateway is ready; for whoever waits for its health endpoint. */
    public void announce() {
        gateway.announce();
    }

    /** What it was opened with. */
    public DemoOptions options() {
        return options;
    }

    Home home() {
        return home;
    }

    /** Whose certificates count. */
    public LocalPki pki() {
        return pki;
    }

    /** Where all mail ends. */
    public MailSink mail() {
        return mail;
    }

    /** Whose tokens count. */
    public TokenIssuer issuer() {
        return issuer;
    }

    /** Who is in the store, beside those of imported documents. */
    public Population population() {
        return population;
    }

    /** What became of the documents to import; null where none were. */
    public DocumentImport.@Nullable Imported imported() {
        return imported;
    }

    /** The shared cache. */
    public LocalRedis redis() {
        return redis;
    }

    /** Closes everything, last opened first, whatever fails on the way. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("a part of the local stack did not close well", e);
            }
        }
    }
}
