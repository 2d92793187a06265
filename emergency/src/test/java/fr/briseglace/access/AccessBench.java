package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.CacheMetrics;
import fr.briseglace.cache.CacheOptions;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.LinkMetrics;
import fr.briseglace.cache.LinkOptions;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.cache.TieredCache;
import fr.briseglace.cache.ToldVersions;
import fr.briseglace.identity.InsReading;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import fr.briseglace.law.LawSettings;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Statement;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgDocuments;
import fr.briseglace.store.PgPatientDesk;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgSnapshots;
import fr.briseglace.store.PgWindows;
import fr.briseglace.store.Registry;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.trail.RecordWriter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import redis.embedded.RedisServer;

/** The use case on a real PostgreSQL and a real Redis, for several callers at once. */
final class AccessBench implements AutoCloseable {
    static final Caller REGULATOR = new Caller(
            Role.DOCTOR,
            "810001234567",
            "Dr Régulation",
            Set.of("SM59"),
            true,
            new Structure("1440000001", "SAMU 44", StructureKind.SAMU));
    static final Caller URGENTIST = new Caller(
            Role.DOCTOR,
            "810007654321",
            "Dr Urgences",
            Set.of("SM59"),
            false,
            new Structure("1440000003", "CHU", StructureKind.HOSPITAL));
    static final Caller HOLDER = new Caller(
            Role.HOLDER,
            "279035121500187",
            "",
            Set.of(),
            false,
            new Structure("1750000006", "Portail", StructureKind.PORTAL));
    static final Statement REGULATION = new Statement(AccessMode.CENTRE_15, "case-1", null, null);
    static final Statement GLASS = new Statement(
            AccessMode.BRIS_DE_GLACE, null, new Reason("shock", "collapsus"), new Attestation(true, true));

    static final KeyRing SECRETS =
            KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom());

    final Vertx vertx = Vertx.vertx();
    final DatabaseSettings settings;
    final Database database;
    final PgPatientDesk desk;
    final RedisServer redis;
    final int redisPort;
    private final RedisLink link;
    private final SecureRandom random = new SecureRandom();
    final Node node;

    AccessBench() throws IOException {
        this(TestPostgres.fresh());
    }

    AccessBench(DatabaseSettings store) throws IOException {
        settings = store;
        database = Database.open(vertx, store);
        desk = new PgPatientDesk(database.console());
        try (ServerSocket free = new ServerSocket(0)) {
            redisPort = free.getLocalPort();
        }
        redis = RedisServer.newRedisServer()
                .port(redisPort)
                .setting("save \"\"")
                .build();
        redis.start();
        link = RedisLink.create(
                vertx,
                LinkOptions.to("redis://127.0.0.1:" + redisPort).withBudget(Duration.ofSeconds(2)),
                LinkMetrics.NONE);
        node = node();
    }

    /** One node on one event loop. */
    record Node(EmergencyAccess access, WindowAccess windows, Handover handover, Context loop) {
        Future<Outcome<Opened>> ask(Caller caller, Statement statement, InsReading patient) {
            return ask(new AccessRequest(caller, statement, patient, null));
        }

        Future<Outcome<Opened>> ask(AccessRequest request) {
            return on(() -> access.open(request, Future.succeededFuture()));
        }

        <T> Future<T> on(Supplier<Future<T>> what) {
            Promise<T> outcome = Promise.promise();
            loop.runOnContext(now -> what.get().onComplete(outcome));
            return outcome.future();
        }
    }

    /** A node of its own: near cache and writer are not shared, Redis and store are. */
    Node node() {
        return node(tools(), new KnownWindows(100), database);
    }

    /** A node with tools of its own. */
    Node node(AccessTools tools, KnownWindows known, Database database) {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        Promise<Boolean> linked = Promise.promise();
        loop.runOnContext(on -> link.open().onComplete(linked));
        linked.future().await();
        WindowAccess windows = new WindowAccess(tools, new PgDocuments(vertx, database.lookups()));
        return new Node(
                new EmergencyAccess(tools, known),
                windows,
                new Handover(tools, windows, new PgWindows(database.lookups())),
                loop);
    }

    private AccessTools tools() {
        return new AccessTools(
                snapshots(new PgSnapshots(vertx, database.lookups(), InstantSource.system(), "dpo@example.org")),
                new PgWindows(database.lookups()),
                new AccessPolicy(LawSettings.DEFAULT),
                new RecordWriter(new PgRecordStore(database.records(), this::id), 1_000),
                InstantSource.system(),
                random,
                () -> {});
    }

    /** Near cache of its own, the Redis of all. */
    CachedSnapshots snapshots(SnapshotLoader loader) {
        return new CachedSnapshots(cache(), loader, told());
    }

    /** What nodes tell each other by way of the Redis of all. */
    ToldVersions told() {
        return new ToldVersions(link, SECRETS, "bg:v:", Duration.ofMinutes(5));
    }

    /** A near tier of its own before the Redis of all. */
    TieredCache<Snapshot> cache() {
        return TieredCache.create(
                vertx,
                link,
                SECRETS,
                CachedSnapshots.CODEC,
                CacheOptions.keeping("bg:s:", 10_000_000, Duration.ofMinutes(5)),
                CacheMetrics.NONE,
                InstantSource.system(),
                System::nanoTime);
    }

    UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    UUID register(PatientFile file) {
        UUID patient = id();
        new Registry(database.console()).register(patient, file).await();
        return patient;
    }

    Outcome<Opened> open(Caller caller, Statement statement, InsReading patient) {
        return node.ask(caller, statement, patient).await();
    }

    /** What was given, where it was. */
    static <T> T given(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Given.class);
        return ((Outcome.Given<T>) outcome).value();
    }

    /** Why it was refused, where it was. */
    static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Shut.class);
        return ((Outcome.Shut<?>) outcome).refusal();
    }

    long count(String sql) {
        return database.console()
                .query("select count(*) from " + sql)
                .execute()
                .await()
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public void close() throws IOException {
        link.close().await();
        database.close().await();
        vertx.close().await();
        redis.stop();
    }
}
