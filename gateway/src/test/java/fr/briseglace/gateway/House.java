package fr.briseglace.gateway;

import fr.briseglace.access.AccessWindow;
import fr.briseglace.access.Documents;
import fr.briseglace.access.Handovers;
import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.PatientDesk;
import fr.briseglace.access.Sighting;
import fr.briseglace.access.Snapshots;
import fr.briseglace.cache.LinkMetrics;
import fr.briseglace.cache.LinkOptions;
import fr.briseglace.cache.RedisLink;
import fr.briseglace.gateway.limits.LimitSettings;
import fr.briseglace.gateway.limits.SurgesInForce;
import fr.briseglace.gateway.overload.ConcurrencyLimit;
import fr.briseglace.gateway.overload.Connections;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.law.JournalReader;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.StructureKind;
import fr.briseglace.trail.RecordEntry;
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
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An edge on a free port with everything behind it in memory, and those who may call it. */
final class House implements AutoCloseable, Snapshots, PatientDesk {
    static final String PATIENT = "279035121518989";
    static final String ISSUER = "https://idp.example";
    private static final Certificates SERVER = Certificates.of("CN=localhost");
    static final Certificates SAMU = Certificates.of("CN=samu,OU=1440000001");
    private static final Signer SIGNER = Signer.rsa("r1");

    final Vertx vertx = Vertx.vertx();
    final List<RecordEntry> records = new CopyOnWriteArrayList<>();
    final Provider provider = new Provider(vertx).publish(SIGNER.jwk());
    final SigningKeys keys = SigningKeys.at(vertx, provider.uri(), InstantSource.system());
    final LogMemory log = new LogMemory();
    final SearchMemory search = new SearchMemory();
    final ReviewMemory reviews = new ReviewMemory();
    final CaseMemory cases = new CaseMemory();
    private final Edge edge;
    final Revocations revocations;
    final ConcurrencyLimit.Bounds bounds;
    final Connections.Bounds connections;
    /** Away: this house limits by itself. */
    final RedisLink redis = RedisLink.create(vertx, LinkOptions.to("redis://127.0.0.1:1"), LinkMetrics.NONE);

    final SurgeMemory disaster = new SurgeMemory();
    final SurgesInForce surges = new SurgesInForce(disaster, InstantSource.system());

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
                loop -> Future.succeededFuture(HouseWiring.resources(this, loop)),
                Contract.load(vertx).await(),
                () -> false);
        vertx.deployVerticle(edge).await();
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
        return visitor(Certificates.tls(SAMU, SERVER), bearer, Version.HTTP_2);
    }

    /** The same over that version of HTTP. */
    Visitor visitor(String bearer, Version version) {
        return visitor(Certificates.tls(SAMU, SERVER), bearer, version);
    }

    /** Somebody with that token and no certificate. */
    Visitor stranger(String bearer) {
        return visitor(Certificates.tls(null, SERVER), bearer, Version.HTTP_2);
    }

    /** Somebody with neither certificate nor token, over that version of HTTP. */
    Visitor passerBy(Version version) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(Certificates.tls(null, SERVER))
                .version(version)
                .build();
        return new Visitor(http, "https://localhost:" + port(), Map.of());
    }

    private Visitor visitor(SSLContext tls, @Nullable String bearer, Version version) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (bearer != null) {
            headers.put("Authorization", bearer);
        }
        return new Visitor(
                HttpClient.newBuilder().sslContext(tls).version(version).build(),
                "https://localhost:" + port(),
                headers);
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

    Future<List<Verdict>> insert(List<RecordEntry> entries) {
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
    public Future<Sighting> withoutStore(Ins ins, Sighting held) {
        return Future.succeededFuture(held);
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
