package fr.briseglace.faults;

import fr.briseglace.gateway.Config;
import fr.briseglace.identity.Ins;
import fr.briseglace.local.LeftBehind;
import fr.briseglace.local.demo.Home;
import fr.briseglace.local.demo.Ports;
import fr.briseglace.local.demo.StoreContent;
import fr.briseglace.local.idp.IdentityProvider;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.TokenIssuer;
import fr.briseglace.local.mail.MailSink;
import fr.briseglace.local.mail.SunkMail;
import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.pki.LocalStructure;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.postgres.LocalPostgres;
import fr.briseglace.local.redis.LocalRedis;
import fr.briseglace.notice.Pace;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two gateways and everything they need, each part of which can be killed and started again. Calls block. */
final class World implements AutoCloseable {
    /** Regulators who ask. */
    static final int REGULATORS = 20;

    private static final int PATIENTS = 120;
    /** Beyond the indexes where each situation has its patient. */
    private static final int FIRST_UNUSED = 32;
    /** So that a clock may jump either way and tokens stay good. */
    private static final Duration HEAD_START = Duration.ofMinutes(30);

    private static final Duration LIFETIME = Duration.ofHours(3);
    /** What a node had claimed when it died leaves once its lease is over, and the next sweep is due. */
    private static final Duration NOTICES = Pace.DEFAULT.lease().plusSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Home home;
    private final LocalPki pki;
    private final int identities = Ports.free().identities();
    private final List<MailSink> sinks = new ArrayList<>();
    private final int mailPort;
    private final Path configuration;
    private final Line toPostgres;
    private final Line toRedis;
    private final Engines engines;
    private final StoreView store;
    private final List<Ins> patients;
    private final Node first;
    private final Node second;
    private final Client regulation;
    private final Client portal;
    private LocalPostgres postgres;
    private LocalRedis redis;
    private volatile TokenIssuer issuer;
    private TokenIssuer next;
    private IdentityProvider provider;
    private volatile List<String> tokens;

    private World(Engines.Making making) throws IOException, GeneralSecurityException {
        home = Home.at(Files.createTempDirectory("brise-glace-faults"));
        pki = LocalPki.open(home.pki(), Instant.now());
        postgres = LocalPostgres.start(home.folder(), 0);
        redis = LocalRedis.start(home.folder(), 0);
        engines = making.make(home, postgres);
        sinks.add(MailSink.start(0, InstantSource.system()));
        mailPort = mail().port();
        String url = IdentityProvider.url(identities);
        issuer = new TokenIssuer(pki, url, LIFETIME, () -> Instant.now().minus(HEAD_START), new SecureRandom());
        next = issuer;
        provider = IdentityProvider.start(vertx, identities, issuer, mail()).await();
        tokens = tokens(issuer);
        toPostgres = new Line(vertx, postgres.port());
        toRedis = new Line(vertx, redis.port());
        configuration = home.configuration(
                pki,
                Ports.free(),
                toPostgres.port(),
                "redis://127.0.0.1:" + toRedis.port(),
                mailPort,
                url,
                Home.OUT_OF_THE_WAY);
        Files.writeString(configuration, "shutdown.notice=PT3S\n" + engines.settings(), StandardOpenOption.APPEND);
        StoreContent content = StoreContent.fill(vertx, Config.read(configuration), home, PATIENTS, null);
        patients = IntStream.range(FIRST_UNUSED, PATIENTS)
                .filter(index -> content.population().situation(index) == Situation.ORDINARY)
                .mapToObj(content.population()::file)
                .map(PatientFile::ins)
                .toList();
        store = new StoreView(engines.jdbcUrl());
        first = new Node(home.folder(), "first", configuration);
        second = new Node(home.folder(), "second", configuration);
        regulation = new Client(vertx, pki, LocalStructure.SAMU_44, HttpVersion.HTTP_2);
        portal = new Client(vertx, pki, LocalStructure.PORTAIL, HttpVersion.HTTP_2);
        first.launch();
        second.start();
        first.awaitReady();
    }

    static World open() {
        return open(Engines::none);
    }

    /** With other engines beside the usual ones. */
    static World open(Engines.Making making) {
        try {
            return new World(making);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the world does not open", e);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    Home home() {
        return home;
    }

    LocalPki pki() {
        return pki;
    }

    Engines engines() {
        return engines;
    }

    StoreView store() {
        return store;
    }

    Node first() {
        return first;
    }

    Node second() {
        return second;
    }

    /** One more, that was not started. */
    Node another(String name) throws IOException {
        return new Node(home.folder(), name, configuration);
    }

    List<Node> nodes() {
        return List.of(first, second);
    }

    /** The regulators' software. */
    Client regulation() {
        return regulation;
    }

    /** The patients' portal. */
    Client portal() {
        return portal;
    }

    Line toPostgres() {
        return toPostgres;
    }

    Line toRedis() {
        return toRedis;
    }

    /** Patients whom a regulator may open. */
    List<Ins> patients() {
        return patients;
    }

    /** Tokens of all regulators, of the provider as it is now. */
    List<String> tokens() {
        return tokens;
    }

    private static List<String> tokens(TokenIssuer issuer) {
        return IntStream.rangeClosed(1, REGULATORS)
                .mapToObj(Persona::generated)
                .map(issuer::token)
                .toList();
    }

    /** A new token of the holder of a record. */
    String holder(Ins ins) {
        return issuer.token(Persona.patient(ins));
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /** From the provider's next start on its keys are published, and then tokens come from it. */
    void issuer(TokenIssuer other) {
        next = other;
    }

    int identities() {
        return identities;
    }

    void stopProvider() {
        provider.stop().await();
    }

    void startProvider() {
        // Made before: whoever learns of the new keys from somebody else's token takes no old one any more.
        List<String> fresh = tokens(next);
        provider = IdentityProvider.start(vertx, identities, next, mail()).await();
        tokens = fresh;
        issuer = next;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    ProcessHandle postmaster() throws IOException {
        return LeftBehind.process(home.folder().resolve("postgres/postmaster.pid"), "postgres")
                .orElseThrow();
    }

    /** After it was killed. */
    void startPostgres() throws IOException {
        postgres.close();
        postgres = LocalPostgres.start(home.folder(), postgres.port());
    }

    ProcessHandle redisServer() throws IOException {
        return LeftBehind.process(home.folder().resolve("redis/redis.pid"), "redis-server")
                .orElseThrow();
    }

    int redisPort() {
        return redis.port();
    }

    /** After it was killed. */
    void startRedis() throws IOException {
        redis.close();
        redis = LocalRedis.start(home.folder(), redis.port());
    }

    private MailSink mail() {
        return sinks.getLast();
    }

    void stopMail() {
        mail().close();
    }

    void startMail() {
        sinks.add(MailSink.start(mailPort, InstantSource.system()));
    }

    /** Everything that the relay ever took for an address. */
    Stream<SunkMail> mails(String address) {
        return sinks.stream().flatMap(sink -> sink.to(address).stream());
    }

    /** Waits until all nodes serve, nothing of an outage waits, every notice has left and every record has its place. */
    void settle() throws IOException {
        for (Node node : nodes()) {
            node.awaitReady();
            Patience.until("the journal of an outage is empty", () -> node.metric("outage_records_waiting") == 0);
        }
        Patience.until("notices have left and records have their places", NOTICES, store::atRest);
    }

    @Override
    public void close() throws IOException {
        regulation.close();
        portal.close();
        first.close();
        second.close();
        toRedis.close();
        toPostgres.close();
        provider.stop().await();
        mail().close();
        engines.close();
        redis.close();
        postgres.close();
        vertx.close().await();
        try (Stream<Path> files = Files.walk(home.folder())) {
            files.sorted(Comparator.reverseOrder()).forEach(World::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
