package fr.briseglace.gateway;

import fr.briseglace.access.AccessTools;
import fr.briseglace.access.AccessWindow;
import fr.briseglace.access.Documents;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Handover;
import fr.briseglace.access.Handovers;
import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.KnownWindows;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.access.Proofs;
import fr.briseglace.access.Sighting;
import fr.briseglace.access.Snapshots;
import fr.briseglace.access.WindowAccess;
import fr.briseglace.announce.Announcements;
import fr.briseglace.announce.Lookup;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.cache.LinkMetrics;
import fr.briseglace.cache.LinkOptions;
import fr.briseglace.cache.RateLimiter;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.gateway.limits.LimitMeters;
import fr.briseglace.gateway.limits.LimitSettings;
import fr.briseglace.gateway.limits.SoftThreshold;
import fr.briseglace.gateway.limits.Strangers;
import fr.briseglace.gateway.limits.SurgesInForce;
import fr.briseglace.gateway.overload.ConcurrencyLimit;
import fr.briseglace.gateway.overload.Connections;
import fr.briseglace.gateway.overload.OverloadMeters;
import fr.briseglace.gateway.overload.Turnstile;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import fr.briseglace.law.JournalReader;
import fr.briseglace.law.LawSettings;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.oversight.Reviews;
import fr.briseglace.search.CandidateTokens;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.ProvisionalIdentities;
import fr.briseglace.search.SearchPolicy;
import fr.briseglace.surge.Surge;
import fr.briseglace.surge.SurgeScope;
import fr.briseglace.surge.SurgeStore;
import fr.briseglace.surge.Surges;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordWriter;
import fr.briseglace.trail.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An edge on a free port with everything behind it in memory, and those who may call it. */
final class House implements AutoCloseable, Snapshots, PatientDesk {
    static final String PATIENT = "279035121518989";
    private static final String ISSUER = "https://idp.example";
    private static final Certificates SERVER = Certificates.of("CN=localhost");
    static final Certificates SAMU = Certificates.of("CN=samu,OU=1440000001");
    private static final Signer SIGNER = Signer.rsa("r1");

    final Vertx vertx = Vertx.vertx();
    final List<RecordEntry> records = new CopyOnWriteArrayList<>();
    private final Provider provider = new Provider(vertx).publish(SIGNER.jwk());
    private final SigningKeys keys = SigningKeys.at(vertx, provider.uri(), InstantSource.system());
    final LogMemory log = new LogMemory();
    final SearchMemory search = new SearchMemory();
    final ReviewMemory reviews = new ReviewMemory();
    final CaseMemory cases = new CaseMemory();
    private final Edge edge;
    private final Revocations revocations;
    private final ConcurrencyLimit.Bounds bounds;
    private final Connections.Bounds connections;
    /** Away: this house limits by itself. */
    private final RedisLink redis = RedisLink.create(vertx, LinkOptions.to("redis://127.0.0.1:1"), LinkMetrics.NONE);

    private final Disaster disaster = new Disaster();
    private final SurgesInForce surges = new SurgesInForce(disaster, InstantSource.system());

    /** What kind of house everybody comes from. */
    volatile StructureKind kind = StructureKind.SAMU;

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    volatile LimitSettings limits = LimitSettings.USUAL.times(100_000);
    volatile Future<Sighting> sighting = Future.succeededFuture(Sighting.NOBODY);
    volatile Future<Boolean> durable = Future.succeededFuture(true);
    volatile Future<PatientRights> rights = Future.succeededFuture(PatientRights.NONE);
    volatile StatisticsBoard.@Nullable Page statistics;
    volatile @Nullable AccessWindow window;
    volatile Handovers.@Nullable Offer offer;
    volatile List<Documents.Content> documents = List.of();
    volatile List<JournalEntry> journal = List.of();
    volatile List<PatientTies> ties =
            List.of(new PatientTies(new UUID(0, 1), Set.of(PATIENT), LocalDate.of(1979, 3, 28), false, Set.of(), null));

    House() {
        this(Revocations.of(null, Path.of(""), InstantSource.system()));
    }

    /** One that does no more than that at once. */
    House(ConcurrencyLimit.Bounds bounds) {
        this(Revocations.of(null, Path.of(""), InstantSource.system()), bounds, Connections.Bounds.DEFAULT);
    }

    /** One that puts up with no more than that of its connections. */
    House(Connections.Bounds connections) {
        this(
                Revocations.of(null, Path.of(""), InstantSource.system()),
                ConcurrencyLimit.Bounds.sharing(512, 1),
                connections);
    }

    /** One where certificates may be revoked. */
    House(Revocations revocations) {
        this(revocations, ConcurrencyLimit.Bounds.sharing(512, 1), Connections.Bounds.DEFAULT);
    }

    private House(Revocations revocations, ConcurrencyLimit.Bounds bounds, Connections.Bounds connections) {
        this.bounds = bounds;
        this.connections = connections;
        this.revocations = revocations;
        keys.refresh().await();
        HttpServerOptions options = new HttpServerOptions()
                .setPort(0)
                .setHost("localhost")
                .setSsl(true)
                .setUseAlpn(true)
                .setMaxHeaderSize(24 * 1024)
                .setInitialSettings(new Http2Settings().setMaxHeaderListSize(24 * 1024))
                .setClientAuth(ClientAuth.REQUEST)
                .setKeyCertOptions(pem(SERVER))
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(SAMU.pem())));
        edge = new Edge(
                options,
                loop -> Future.succeededFuture(resources(loop)),
                Contract.load(vertx).await(),
                () -> false);
        vertx.deployVerticle(edge).await();
    }

    private static long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    private Edge.Resources resources(Vertx loop) {
        InstantSource clock = InstantSource.system();
        LimitMeters meters = new LimitMeters(new SimpleMeterRegistry());
        Gate gate = new Gate(
                new Tokens(loop, new TokenSettings(ISSUER, "brise-glace", provider.uri()), keys, clock),
                id -> new Structure(id, "SAMU", kind),
                new Strangers(() -> limits, House::micros, meters),
                revocations);
        AccessTools tools = new AccessTools(
                this,
                id -> Future.succeededFuture(Optional.ofNullable(window)),
                new AccessPolicy(LawSettings.DEFAULT),
                new RecordWriter(this::insert, 10),
                clock,
                new Random(1),
                () -> {});
        WindowAccess windows = new WindowAccess(tools, new Shelf());
        PatientGate patients = new PatientGate(gate, this, clock);
        KeyRing secrets = KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom());
        Admission admission = new Admission(
                new RateLimiter(redis, 1_000, House::micros),
                () -> limits,
                surges,
                secrets,
                meters,
                SoftThreshold.UNWATCHED);
        CandidateTokens candidates = new CandidateTokens(secrets);
        return new Edge.Resources(
                new Connections(connections, System::nanoTime),
                new Turnstile(bounds, new OverloadMeters(registry), System::nanoTime),
                gate,
                new AccessResource(
                        gate,
                        admission,
                        new EmergencyAccess(tools, new KnownWindows(100)),
                        candidates,
                        clock,
                        new Meters(new SimpleMeterRegistry())),
                new WindowResource(gate, admission, windows),
                new HandoverResource(gate, admission, new Handover(tools, windows, new Desk())),
                new SearchResource(
                        gate,
                        admission,
                        new PatientSearch(search, SearchPolicy.DEFAULT, this, secrets, clock, new Random(1))),
                new ProvisionalResource(gate, new ProvisionalIdentities(search, candidates, clock, new Random(1))),
                new HubResource(
                        gate,
                        new Announcements(cases, new Lookup(cases, search), this, secrets, clock),
                        URI.create("https://console.example/")),
                new JournalResource(patients, this),
                new AuditResource(patients, this),
                new FhirDocuments(gate, admission, windows),
                new RightsResource(patients, this),
                new ReviewResource(gate, new Reviews(reviews, clock, new Random(1)), clock),
                new StatisticsResource(() -> statistics),
                new SurgeResource(gate, new Surges(disaster, clock, new Random(1)), surges),
                new LogResource(log, log.identity()),
                new ProofResource(gate, new Proofs(log, log, this, clock)));
    }

    /** The last surge that was ordered, whoever it is for. */
    private static final class Disaster implements SurgeStore {
        private volatile Map<String, Instant> raised = Map.of();

        @Override
        public Future<Boolean> keep(Surge surge) {
            if (!(surge.scope() instanceof SurgeScope.OfStructure structure)) {
                return Future.succeededFuture(false);
            }
            raised = Map.of(structure.id(), surge.endsAt());
            return Future.succeededFuture(true);
        }

        @Override
        public Future<Map<String, Instant>> inForce(Instant now) {
            return Future.succeededFuture(raised);
        }
    }

    /** The documents of the record. */
    private final class Shelf implements Documents {
        @Override
        public Future<List<Card>> list(UUID patientId, Viewer viewer, @Nullable UUID after, int limit) {
            return Future.succeededFuture(
                    documents.stream().map(Content::card).limit(limit).toList());
        }

        @Override
        public Future<Optional<Content>> fetch(UUID patientId, Viewer viewer, UUID documentId) {
            return Future.succeededFuture(documents.stream()
                    .filter(document -> document.card().id().equals(documentId))
                    .findFirst());
        }
    }

    /** What was handed over. */
    private final class Desk implements Handovers {
        @Override
        public Future<Void> offer(UUID id, AccessWindow window, String to, Instant at) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Optional<Offer>> offered(UUID id) {
            return Future.succeededFuture(Optional.ofNullable(offer));
        }

        @Override
        public Future<Void> claimed(UUID id, UUID accessId, Instant at) {
            return Future.succeededFuture();
        }
    }

    int port() {
        return edge.port();
    }

    private static PemKeyCertOptions pem(Certificates identity) {
        return new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(identity.pem()))
                .addKeyValue(Buffer.buffer(identity.keyPem()));
    }

    /** Somebody with the SAMU's certificate and that token, or none. */
    Visitor visitor(@Nullable String bearer) {
        return visitor(Certificates.tls(SAMU, SERVER), bearer);
    }

    /** Somebody with that token and no certificate. */
    Visitor stranger(String bearer) {
        return visitor(Certificates.tls(null, SERVER), bearer);
    }

    /** Somebody with neither certificate nor token, over that version of HTTP. */
    Visitor passerBy(Version version) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(Certificates.tls(null, SERVER))
                .version(version)
                .build();
        return new Visitor(http, "https://localhost:" + port(), Map.of());
    }

    private Visitor visitor(SSLContext tls, @Nullable String bearer) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (bearer != null) {
            headers.put("Authorization", bearer);
        }
        return new Visitor(HttpClient.newBuilder().sslContext(tls).build(), "https://localhost:" + port(), headers);
    }

    /** A bare TLS connection, which gives up reading after half a minute. */
    SSLSocket line(String... protocols) throws IOException {
        SSLSocket socket =
                (SSLSocket) Certificates.tls(SAMU, SERVER).getSocketFactory().createSocket("localhost", port());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        return socket;
    }

    /** What comes back for bytes on a bare TLS connection, until the other end closes it or has fallen silent. */
    String raw(String text) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (SSLSocket socket =
                (SSLSocket) Certificates.tls(SAMU, SERVER).getSocketFactory().createSocket("localhost", port())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException silent) {
            // It keeps the connection for the next request.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    static String doctor() {
        return bearer(new JsonObject()
                .put("SubjectNameID", "801234567897")
                .put("SubjectRole", new JsonArray().add("10^1.2.250"))
                .put("Acces_Regulation_Medicale", "VRAI"));
    }

    static String operator() {
        return bearer(new JsonObject().put("role", "operator").put("sub", "operator"));
    }

    static String privacyOfficer() {
        return bearer(new JsonObject().put("role", "privacy-officer").put("sub", "dpo"));
    }

    static String holder() {
        return bearer(new JsonObject().put("role", "patient").put("ins", PATIENT));
    }

    private static String bearer(JsonObject claims) {
        return "Bearer "
                + SIGNER.token(claims.put("iss", ISSUER)
                        .put("aud", "brise-glace")
                        .put("exp", Instant.now().getEpochSecond() + 300)
                        .put(
                                "cnf",
                                new JsonObject()
                                        .put(
                                                "x5t#S256",
                                                ClientCertificate.of(SAMU.certificate())
                                                        .thumbprint())));
    }

    private Future<List<Verdict>> insert(List<RecordEntry> entries) {
        records.addAll(entries);
        return durable.map(all -> entries.stream()
                .<Verdict>map(entry -> all ? new Verdict.Durable() : new Verdict.Outdated())
                .toList());
    }

    @Override
    public Future<Sighting> of(Ins ins) {
        return sighting;
    }

    @Override
    public Future<Sighting> newerThan(Ins ins, Sighting outdated) {
        return sighting;
    }

    @Override
    public Future<Sighting> asAuthor(Ins ins, String professionalId) {
        return sighting;
    }

    @Override
    public Future<List<PatientTies>> ties(String matricule, @Nullable String oid) {
        return Future.succeededFuture(matricule.equals(PATIENT) ? ties : List.of());
    }

    @Override
    public Future<Optional<PatientTies>> tiesOf(UUID patientId) {
        return ties(PATIENT, null).map(found -> found.stream()
                .filter(ties -> ties.patientId().equals(patientId))
                .findFirst());
    }

    @Override
    public Future<List<JournalEntry>> journal(UUID patientId, JournalReader reader, @Nullable UUID before, int limit) {
        return Future.succeededFuture(journal);
    }

    @Override
    public Future<PatientRights> rights(UUID patientId) {
        return rights;
    }

    @Override
    public Future<PatientRights> changeRights(UUID patientId, Caller by, UnaryOperator<PatientRights> change) {
        return rights.map(change);
    }

    @Override
    public void close() {
        keys.close().await();
        vertx.close().await();
    }
}
