package fr.briseglace.gateway;

import fr.briseglace.access.AccessTools;
import fr.briseglace.access.CachedSnapshots;
import fr.briseglace.access.Changes;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Handover;
import fr.briseglace.access.KnownWindows;
import fr.briseglace.access.Proofs;
import fr.briseglace.access.WindowAccess;
import fr.briseglace.announce.Announcements;
import fr.briseglace.announce.Lookup;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.gateway.limits.Strangers;
import fr.briseglace.gateway.limits.SurgesInForce;
import fr.briseglace.gateway.overload.ConcurrencyLimit;
import fr.briseglace.gateway.overload.Connections;
import fr.briseglace.gateway.overload.Turnstile;
import fr.briseglace.gateway.overload.Turnstiles;
import fr.briseglace.identity.BlockRandom;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.notice.Dispatcher;
import fr.briseglace.oversight.Reviews;
import fr.briseglace.search.CandidateTokens;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.ProvisionalIdentities;
import fr.briseglace.sequence.Sequencer;
import fr.briseglace.sequence.TransparencyLog;
import fr.briseglace.store.Database;
import fr.briseglace.store.Directory;
import fr.briseglace.store.PgCases;
import fr.briseglace.store.PgChanges;
import fr.briseglace.store.PgDocuments;
import fr.briseglace.store.PgKeptRecords;
import fr.briseglace.store.PgPatientDesk;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgReviews;
import fr.briseglace.store.PgSearchStore;
import fr.briseglace.store.PgSurges;
import fr.briseglace.store.PgTieStore;
import fr.briseglace.store.PgWindows;
import fr.briseglace.surge.Surges;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What all event loops of a node share.
 *
 * @param config what the gateway runs on
 * @param clock the one clock
 * @param random the one source of what must be hard to guess
 * @param database the store
 * @param redis the shared cache
 * @param snapshots patients, near first
 * @param known windows that this node has seen opened
 * @param standby for when the store is away
 * @param secrets of the cache and of candidate tokens
 * @param keys of the identity provider
 * @param directory structures
 * @param dispatcher sends notices
 * @param revocations which client certificates count no more
 * @param strangers those who have not shown who they are
 * @param admission the limits of all others
 * @param limits as they are set now
 * @param surges whose limits are raised now
 * @param log the public log
 * @param logKeys who signs it
 * @param sequencer gives records their places in it
 * @param trail where records go
 * @param turnstiles what is under way
 * @param meters counts
 * @param board what anybody may know
 */
record Parts(
        Config config,
        InstantSource clock,
        SecureRandom random,
        Database database,
        RedisLink redis,
        CachedSnapshots snapshots,
        KnownWindows known,
        Standby standby,
        KeyRing secrets,
        SigningKeys keys,
        Directory directory,
        Dispatcher dispatcher,
        Revocations revocations,
        Strangers strangers,
        Admission admission,
        LimitFile limits,
        SurgesInForce surges,
        TransparencyLog log,
        LogKeys logKeys,
        Sequencer sequencer,
        NodeTrail trail,
        Turnstiles turnstiles,
        Meters meters,
        StatisticsBoard board) {
    /** What one event loop serves with; made on that loop. */
    Future<Edge.Resources> resources(Vertx vertx) {
        Gate gate =
                new Gate(new Tokens(vertx, config.tokens(), keys, clock), directory::structure, strangers, revocations);
        PgPatientDesk desk = new PgPatientDesk(database.console(), snapshots::decided);
        PatientGate patients = new PatientGate(gate, desk, clock);
        AccessTools tools = tools(vertx.getOrCreateContext());
        WindowAccess windows = new WindowAccess(tools, new PgDocuments(vertx, database.lookups()));
        CandidateTokens candidates = new CandidateTokens(secrets);
        Edge.Resources resources = new Edge.Resources(
                new Connections(Connections.Bounds.DEFAULT, System::nanoTime),
                new Turnstile(
                        ConcurrencyLimit.Bounds.sharing(Database.waiting(config.database()), config.eventLoops()),
                        turnstiles,
                        System::nanoTime),
                gate,
                new AccessResource(gate, admission, new EmergencyAccess(tools, known), candidates, clock, meters),
                new WindowResource(gate, admission, windows),
                new HandoverResource(gate, admission, new Handover(tools, windows, new PgWindows(database.lookups()))),
                new SearchResource(gate, admission, search()),
                new ProvisionalResource(
                        gate, new ProvisionalIdentities(new PgTieStore(database.console()), candidates, clock, random)),
                new HubResource(gate, announcements(), config.console()),
                new JournalResource(patients, desk),
                new AuditResource(patients, desk),
                new FhirDocuments(gate, admission, windows),
                new RightsResource(patients, desk),
                new ReviewResource(gate, new Reviews(new PgReviews(database.console()), clock, random), clock),
                new StatisticsResource(board::page),
                new SurgeResource(gate, new Surges(new PgSurges(database.console()), clock, random), surges),
                new LogResource(log, logKeys::identity),
                new ProofResource(gate, new Proofs(new PgKeptRecords(database.lookups()), log, desk, clock)));
        return redis.open().map(connected -> resources);
    }

    /** Calls that announce themselves. */
    Announcements announcements() {
        PgCases cases = new PgCases(database.lookups(), database.console());
        return new Announcements(cases, new Lookup(cases, searched()), snapshots, secrets, clock);
    }

    private PgSearchStore searched() {
        return new PgSearchStore(database.lookups(), database.records());
    }

    private PatientSearch search() {
        return new PatientSearch(searched(), config.search(), snapshots, secrets, clock, random);
    }

    /** Brings what an outage left on this node into the trail. */
    Runnable replay() {
        PgRecordStore records = new PgRecordStore(database.records(), () -> TimeUuid.of(clock.instant(), random));
        return standby.replay(records::take);
    }

    /** Hears what was changed elsewhere. */
    Changes changes() {
        return new Changes(new PgChanges(database.console()), snapshots);
    }

    private AccessTools tools(Context loop) {
        RandomGenerator blocks = new BlockRandom(random);
        return new AccessTools(
                snapshots,
                known.before(standby.windows(new PgWindows(database.lookups()))),
                new AccessPolicy(config.law()),
                trail.from(loop),
                clock,
                blocks,
                dispatcher::wake,
                standby.outage());
    }
}
