package fr.briseglace.gateway;

import fr.briseglace.access.AccessTools;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Handover;
import fr.briseglace.access.KnownWindows;
import fr.briseglace.access.Proofs;
import fr.briseglace.access.WindowAccess;
import fr.briseglace.announce.Announcements;
import fr.briseglace.announce.Lookup;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.RateLimiter;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.gateway.limits.LimitMeters;
import fr.briseglace.gateway.limits.SoftThreshold;
import fr.briseglace.gateway.limits.Strangers;
import fr.briseglace.gateway.overload.Connections;
import fr.briseglace.gateway.overload.Turnstile;
import fr.briseglace.gateway.overload.Turnstiles;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.LawSettings;
import fr.briseglace.law.Structure;
import fr.briseglace.oversight.Reviews;
import fr.briseglace.search.CandidateTokens;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.ProvisionalIdentities;
import fr.briseglace.search.SearchPolicy;
import fr.briseglace.surge.Surges;
import fr.briseglace.trail.RecordWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What is behind the edge of a {@link House}, for one event loop, as the gateway puts it together. */
final class HouseWiring {
    private HouseWiring() {}

    private static long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    /** The edge's resources, over what the house remembers and answers. */
    static Edge.Resources resources(House house, Vertx loop) {
        InstantSource clock = InstantSource.system();
        LimitMeters meters = new LimitMeters(new SimpleMeterRegistry());
        Gate gate = new Gate(
                new Tokens(
                        loop, new TokenSettings(House.ISSUER, "brise-glace", house.provider.uri()), house.keys, clock),
                id -> new Structure(id, "SAMU", house.kind),
                new Strangers(() -> house.limits, HouseWiring::micros, meters),
                house.revocations);
        AccessTools tools = new AccessTools(
                house,
                id -> Future.succeededFuture(Optional.ofNullable(house.window)),
                new AccessPolicy(LawSettings.DEFAULT),
                new RecordWriter(house::insert, 10),
                clock,
                new Random(1),
                () -> {});
        WindowAccess windows = new WindowAccess(tools, new DocumentMemory(() -> house.documents));
        PatientGate patients = new PatientGate(gate, house, clock);
        KeyRing secrets = KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom());
        Admission admission = new Admission(
                new RateLimiter(house.redis, 1_000, HouseWiring::micros),
                () -> house.limits,
                house.surges,
                secrets,
                meters,
                SoftThreshold.UNWATCHED);
        CandidateTokens candidates = new CandidateTokens(secrets);
        return new Edge.Resources(
                new Connections(house.connections, System::nanoTime),
                new Turnstile(house.bounds, new Turnstiles(house.registry), System::nanoTime),
                gate,
                new AccessResource(
                        gate,
                        admission,
                        new EmergencyAccess(tools, new KnownWindows(100)),
                        candidates,
                        clock,
                        new Meters(new SimpleMeterRegistry())),
                new WindowResource(gate, admission, windows),
                new HandoverResource(
                        gate, admission, new Handover(tools, windows, new HandoverMemory(() -> house.offer))),
                new SearchResource(
                        gate,
                        admission,
                        new PatientSearch(house.search, SearchPolicy.DEFAULT, house, secrets, clock, new Random(1))),
                new ProvisionalResource(
                        gate, new ProvisionalIdentities(house.search, candidates, clock, new Random(1))),
                new HubResource(
                        gate,
                        new Announcements(house.cases, new Lookup(house.cases, house.search), house, secrets, clock),
                        URI.create("https://console.example/")),
                new JournalResource(patients, house),
                new AuditResource(patients, house),
                new FhirDocuments(gate, admission, windows),
                new RightsResource(patients, house),
                new ReviewResource(gate, new Reviews(house.reviews, clock, new Random(1)), clock),
                new StatisticsResource(() -> house.statistics),
                new SurgeResource(gate, new Surges(house.disaster, clock, new Random(1)), house.surges),
                new LogResource(house.log, house.log::identity),
                new ProofResource(gate, new Proofs(house.log, house.log, house, clock)));
    }
}
