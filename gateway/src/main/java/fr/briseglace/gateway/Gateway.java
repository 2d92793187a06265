package fr.briseglace.gateway;

import fr.briseglace.access.CachedSnapshots;
import fr.briseglace.access.Changes;
import fr.briseglace.access.KnownWindows;
import fr.briseglace.access.Snapshot;
import fr.briseglace.announce.Announcements;
import fr.briseglace.cache.CacheOptions;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.RateLimiter;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.cache.TieredCache;
import fr.briseglace.cache.ToldVersions;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.gateway.limits.LimitMeters;
import fr.briseglace.gateway.limits.Strangers;
import fr.briseglace.gateway.limits.SurgesInForce;
import fr.briseglace.gateway.limits.WatchedThreshold;
import fr.briseglace.gateway.overload.Turnstiles;
import fr.briseglace.identity.BlockRandom;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.notice.Dispatcher;
import fr.briseglace.sequence.Sequencer;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.Directory;
import fr.briseglace.store.Months;
import fr.briseglace.store.PgAuditOutbox;
import fr.briseglace.store.PgCrossings;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgSnapshots;
import fr.briseglace.store.PgStatistics;
import fr.briseglace.store.PgSurges;
import fr.briseglace.store.Schema;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: everything of one node, opened in order and closed in the opposite one. */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int RECORDS_WAITING = 10_000;
    private static final int WINDOWS_KNOWN = 100_000;
    private static final long REPLAY_MILLIS = TimeUnit.SECONDS.toMillis(1);
    /** How old at most is what a node honours, of what other nodes decided, once the store is lost. */
    private static final long CHANGES_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private static final long DIRECTORY_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long FORGET_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final long STATISTICS_MILLIS = TimeUnit.MINUTES.toMillis(1);

    /** Whom this node remembers for when Redis is away. */
    private static final long LIMITED_CALLERS = 100_000;

    /** How soon a changed file or a surge is in force on every node. */
    private static final long LOOK_AGAIN_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final Vertx vertx;
    private final Config config;
    private final Loops loops;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Opened opened;
    private final Turnstiles turnstiles = new Turnstiles(registry);
    private volatile boolean ready;
    private volatile boolean leaving;
    private int publicPort;

    private Gateway(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.config = config;
        this.opened = new Opened(vertx);
        this.loops = Loops.of(vertx, config.eventLoops());
    }

    /**
     * Reads the contract, sees to the schema, opens the store, the cache, the keys and the notices, and then
     * the doors.
     */
    public static Future<Gateway> start(Vertx vertx, Config config) {
        Gateway gateway = new Gateway(vertx, config);
        return Loops.on(gateway.loops.aside(), gateway::begin);
    }

    private Future<Gateway> begin() {
        Future<Contract> contract = Contract.load(vertx);
        return vertx.executeBlocking(this::schema, false)
                .compose(done -> openDoors(contract))
                .map(this)
                .recover(failure -> close().transform(closed -> Future.failedFuture(failure)));
    }

    /** Brought up to date where the owner of the tables is known, and otherwise only looked at. */
    private @Nullable Void schema() {
        DatabaseSettings owner = config.owner();
        if (owner == null) {
            Schema.check(config.database());
        } else {
            Schema.migrate(owner, config.database().user());
        }
        return null;
    }

    private Future<?> openDoors(Future<Contract> contract) {
        Database database = Database.open(vertx, config.database());
        opened.add(database::close);
        opened.add(new MachineMeters(registry)::close);
        CacheMeters cacheMeters = new CacheMeters(registry);
        RedisLink redis = RedisLink.create(vertx, config.redis().link(), cacheMeters);
        opened.add(redis::close);
        SigningKeys keys = SigningKeys.at(vertx, config.tokens().jwksUri(), clock);
        opened.add(keys::close);
        Dispatcher dispatcher = Notices.start(vertx, database.outbox(), config.mail(), registry, turnstiles::crowded);
        opened.add(dispatcher::close);
        LogKeeper keeper = LogKeeper.start(vertx, config, database, clock, registry, opened);
        PgSnapshots store = new PgSnapshots(
                vertx, database.lookups(), clock, config.mail().privacyOfficer(), Notices.reach(config.mail()));
        CacheKeys cacheKeys = CacheKeys.read(config.cacheKeys(), random);
        KeyRing secrets = cacheKeys.ring();
        opened.every(
                LOOK_AGAIN_MILLIS,
                () -> vertx.executeBlocking(() -> {
                    cacheKeys.lookAgain();
                    return null;
                }));
        opened.add(OversightRounds.start(vertx, config, database, secrets, keeper::leads)::close);
        AuditSettings audit = config.oversight().audit();
        if (audit != null) {
            opened.add(AuditFeed.start(vertx, audit, new PgAuditOutbox(database.console()), keeper::leads)::close);
        }
        LimitFile limits = new LimitFile(config);
        SurgesInForce surges = new SurgesInForce(new PgSurges(database.console()), clock);
        LimitMeters meters = new LimitMeters(registry);
        Revocations revocations = Revocations.of(config.revoked(), config.clientAuthorities(), clock);
        Strangers strangers = new Strangers(limits::limits, Gateway::micros, meters);
        Admission admission = new Admission(
                new RateLimiter(redis, LIMITED_CALLERS, Gateway::micros),
                limits::limits,
                surges,
                secrets,
                meters,
                new WatchedThreshold(new PgCrossings(database.console(), clock, random)));
        Meters accesses = new Meters(registry);
        StatisticsBoard board =
                new StatisticsBoard(new PgStatistics(database.console()), keeper::leads, accesses::latency, clock);
        return Future.all(
                        Directory.open(database.lookups()),
                        keys.refresh(),
                        Standby.open(vertx, config.outage(), secrets, registry),
                        surges.refresh(),
                        keeper.months().open(clock.instant(), Months.AHEAD).otherwise(0))
                .map(ready -> new Parts(
                        config,
                        clock,
                        random,
                        database,
                        redis,
                        new CachedSnapshots(
                                cache(redis, secrets, cacheMeters),
                                ready.<Standby>resultAt(2).loader(store),
                                new ToldVersions(
                                        redis, secrets, "bg:v:", config.outage().staleness())),
                        new KnownWindows(WINDOWS_KNOWN),
                        ready.resultAt(2),
                        secrets,
                        keys,
                        ready.resultAt(0),
                        dispatcher,
                        revocations,
                        strangers,
                        admission,
                        limits,
                        surges,
                        keeper.log(),
                        keeper.keys(),
                        keeper.sequencer(),
                        trail(database, ready.resultAt(2), keeper.sequencer()),
                        turnstiles,
                        accesses,
                        board))
                .compose(parts -> contract.compose(read -> serve(parts, read)).compose(served -> operate(parts)));
    }

    private static long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    private NodeTrail trail(Database database, Standby standby, Sequencer sequencer) {
        RandomGenerator blocks = new BlockRandom(random);
        PgRecordStore records = new PgRecordStore(database.records(), () -> TimeUuid.of(clock.instant(), blocks));
        return new NodeTrail(
                standby.records(entries -> records.insert(entries).onSuccess(done -> sequencer.wake())),
                RECORDS_WAITING);
    }

    private TieredCache<Snapshot> cache(RedisLink redis, KeyRing secrets, CacheMeters counted) {
        return TieredCache.create(
                vertx,
                redis,
                secrets,
                CachedSnapshots.CODEC,
                CacheOptions.keeping("bg:s:", config.nearBytes(), config.snapshotLife()),
                counted,
                clock,
                System::nanoTime);
    }

    private Future<?> serve(Parts parts, Contract contract) {
        opened.every(DIRECTORY_MILLIS, () -> parts.directory()
                .refresh()
                .onFailure(e -> LOG.warn("the directory cannot be refreshed; what was known stays in use")));
        opened.every(
                LOOK_AGAIN_MILLIS,
                () -> vertx.executeBlocking(() -> {
                    parts.limits().lookAgain();
                    parts.revocations().lookAgain();
                    return null;
                }));
        opened.every(LOOK_AGAIN_MILLIS, () -> parts.surges()
                .refresh()
                .onFailure(e -> LOG.warn("surges cannot be read; those known stay until they end")));
        parts.board().refresh();
        opened.every(STATISTICS_MILLIS, () -> parts.board().refresh());
        Announcements announcements = parts.announcements();
        opened.every(FORGET_MILLIS, () -> announcements
                .forget()
                .onFailure(e -> LOG.warn("announced cases cannot be forgotten for the moment")));
        Changes changes = parts.changes();
        opened.every(CHANGES_MILLIS, () -> changes.listen()
                .onFailure(e -> LOG.debug("nothing is heard of changes elsewhere")));
        opened.add(parts.standby()::close);
        Runnable replay = parts.replay();
        opened.every(REPLAY_MILLIS, replay);
        Edges edges = new Edges(
                loops, () -> new Edge(Tls.options(config), loop -> resources(loop, parts), contract, () -> leaving));
        opened.add(edges::close);
        return edges.open().onSuccess(listening -> {
            publicPort = edges.port();
            opened.every(LOOK_AGAIN_MILLIS, new TlsRenewal(vertx, config, edges)::lookAgain);
        });
    }

    private Future<Edge.Resources> resources(Vertx loop, Parts parts) {
        Remains.clear(loop);
        return parts.resources(loop);
    }

    /** A node that can answer without the store is ready without it; one that has never seen a key knows nobody. */
    private Future<Boolean> answers(Parts parts) {
        if (!ready) {
            return Future.succeededFuture(false);
        }
        return parts.keys()
                .any()
                .compose(known -> !known || parts.standby().answers()
                        ? Future.succeededFuture(known)
                        : parts.database().answers());
    }

    private Future<?> operate(Parts parts) {
        return Operations.listen(vertx, config.opsHost(), config.opsPort(), registry, () -> answers(parts))
                .onSuccess(operations -> {
                    // Closed last: until then it says that nobody is to be sent here.
                    opened.addLasting(operations::close);
                    LOG.atInfo()
                            .addKeyValue("publicPort", publicPort)
                            .addKeyValue("opsPort", operations.port())
                            .addKeyValue("tls", Tls.engine(config))
                            .addKeyValue("nativeTransport", vertx.isNativeTransportEnabled())
                            .log("serving");
                });
    }

    /** Says on the operations port that accesses may come; until then they are answered, but nobody is sent here. */
    public void announce() {
        ready = true;
    }

    /** Where the public API listens. */
    public int publicPort() {
        return publicPort;
    }

    /** Stops being ready, goes on answering until everybody had time to hear of it, and closes then. */
    public Future<Void> leave() {
        ready = false;
        leaving = true;
        LOG.info("leaving");
        Future<?> heard = config.notice().isZero()
                ? Future.succeededFuture()
                : vertx.timer(config.notice().toMillis(), TimeUnit.MILLISECONDS);
        return heard.transform(done -> close());
    }

    /** Stops being ready, then closes all that was opened, last first; what was begun comes to its end. */
    public Future<Void> close() {
        ready = false;
        return opened.close();
    }
}
