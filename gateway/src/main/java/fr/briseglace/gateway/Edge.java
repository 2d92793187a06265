package fr.briseglace.gateway;

import fr.briseglace.gateway.limits.RateLimited;
import fr.briseglace.gateway.overload.Connections;
import fr.briseglace.gateway.overload.Overloaded;
import fr.briseglace.gateway.overload.Partition;
import fr.briseglace.gateway.overload.Turnstile;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The public API on one event loop. Several share the port. */
final class Edge extends VerticleBase {
    private static final int DRAIN_SECONDS = 10;
    /** By which status Vert.x says so; left to it, that would be the answer. */
    private static final int BODY_BROKE_OFF = 200;

    private final HttpServerOptions options;
    private final Desk desk;
    private final Contract contract;
    private final BooleanSupplier leaving;
    private @Nullable HttpServer server;

    /** What the resources of one event loop are made of; made on that loop. */
    interface Desk {
        Future<Resources> open(Vertx vertx);
    }

    /**
     * The resources of one event loop.
     *
     * @param connections who is connected
     * @param turnstile how much is done at once
     * @param gate finds out who is calling
     * @param access opens records
     * @param window what is done inside an open window
     * @param handover passes cases on
     * @param search finds patients
     * @param provisional gives numbers to patients
     * @param hub is told of calls
     * @param journal shows who asked
     * @param audit the journal in FHIR
     * @param documents documents in FHIR
     * @param rights what the patient decided
     * @param reviews what has to be looked at
     * @param statistics what anybody may know
     * @param surge raises limits
     * @param log the public log
     * @param proof shows that a record is in it
     */
    record Resources(
            Connections connections,
            Turnstile turnstile,
            Gate gate,
            AccessResource access,
            WindowResource window,
            HandoverResource handover,
            SearchResource search,
            ProvisionalResource provisional,
            HubResource hub,
            JournalResource journal,
            AuditResource audit,
            FhirDocuments documents,
            RightsResource rights,
            ReviewResource reviews,
            StatisticsResource statistics,
            SurgeResource surge,
            LogResource log,
            ProofResource proof) {}

    /**
     * The API as the contract has it.
     *
     * @param leaving whether callers are to go elsewhere with their next request
     */
    Edge(HttpServerOptions options, Desk desk, Contract contract, BooleanSupplier leaving) {
        this.options = options;
        this.desk = desk;
        this.contract = contract;
        this.leaving = leaving;
    }

    @Override
    public Future<?> start() {
        return desk.open(vertx).compose(this::listen);
    }

    private Future<HttpServer> listen(Resources resources) {
        resources.connections().watch(vertx);
        HttpServer listening = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    OtherProtocols.hangUp(connection);
                    resources.connections().opened(connection);
                })
                .invalidRequestHandler(Edge::unreadable)
                .requestHandler(behind(resources, router(resources)));
        server = listening;
        return listening
                .listen()
                .recover(cause -> ConfigException.unusablePort("public.port", options.getPort(), cause));
    }

    /**
     * Nothing looks at a request before it may pass. What most ask for is turned away first of all where there is no place
     * for it: in an overload a refusal must cost next to nothing.
     */
    private Handler<HttpServerRequest> behind(Resources resources, Router router) {
        return request -> {
            if (leaving.getAsBoolean() && request.version() != HttpVersion.HTTP_2) {
                endConnection(request);
            }
            resources.connections().asked(request.connection());
            if (AccessResource.opens(request) && resources.turnstile().turnsAway(Partition.EMERGENCY)) {
                new Reply(request).fail(new Overloaded());
                return;
            }
            try {
                resources.gate().pass(request);
            } catch (RateLimited limited) {
                new Reply(request).fail(limited);
                return;
            }
            Slug ambiguous = Ambiguity.of(request);
            if (ambiguous == null) {
                router.handle(request);
            } else {
                new Reply(request).problem(Problem.bare(ambiguous));
            }
        };
    }

    /** Takes no new connection, sends GOAWAY where there is such a thing, and lets what was begun come to its end. */
    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Shows another certificate, and trusts other authorities, from the next handshake on.
     *
     * @return fails where these options cannot be used; those in use stay then
     */
    Future<Boolean> renew(HttpServerOptions fresh) {
        return server == null ? Future.succeededFuture(false) : server.updateSSLOptions(fresh.getSslOptions(), true);
    }

    /** The port it listens on. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private Router router(Resources resources) {
        Router router = new Routes(vertx, contract.clauses(), resources.turnstile(), resources.gate()::sentAway)
                .serve("openAccess", resources.access()::open)
                .serve("readAccess", resources.window()::read)
                .serve("closeAccess", resources.window()::close)
                .serve("listDocuments", resources.window()::documents)
                .serve("fetchDocument", resources.window()::document)
                .serve("offerHandover", resources.handover()::offer)
                .serve("claimHandover", resources.handover()::claim)
                .serve("searchPatients", resources.search()::search)
                .serve("tieProvisional", resources.provisional()::tie)
                .serve("untieProvisional", resources.provisional()::untie)
                .serve("announceCase", resources.hub()::announce)
                .serve("linkCase", resources.hub()::link)
                .serve("readJournal", resources.journal()::read)
                .serve("readRights", resources.rights()::read)
                .serve("changeRights", resources.rights()::change)
                .serve("readReviews", resources.reviews()::queue)
                .serve("judgeReview", resources.reviews()::judge)
                .serve("readStatistics", resources.statistics()::read)
                .serve("raiseLimits", resources.surge()::raise)
                .serve("readProof", resources.proof()::read)
                .serve("readCheckpoint", resources.log()::checkpoint)
                .serve("readCosigned", resources.log()::cosigned)
                .serve("readLogKey", resources.log()::key)
                .serve("readNextLogKey", resources.log()::nextKey)
                .serve("readTile", resources.log()::tile)
                .serve("summarise", resources.access()::summary)
                .serve("searchAuditEvents", resources.audit()::search)
                .serve("searchDocuments", resources.documents()::search)
                .serve("readBinary", resources.documents()::binary)
                .serve("readCapabilities", FhirResource::metadata)
                .serve("readContract", new ContractResource(contract)::read)
                .router();
        router.errorHandler(404, context -> problem(context, Slug.NOT_FOUND));
        router.errorHandler(413, context -> problem(context, Slug.TOO_LARGE));
        router.errorHandler(400, context -> problem(context, Slug.MALFORMED));
        router.errorHandler(417, context -> problem(context, Slug.MALFORMED));
        router.errorHandler(BODY_BROKE_OFF, context -> problem(context, Slug.MALFORMED));
        router.errorHandler(500, Edge::failed);
        return router;
    }

    /** What is no HTTP, or has too much before its body, ends the connection: nothing behind it can be trusted. */
    private static void unreadable(HttpServerRequest request) {
        endConnection(request);
        new Reply(request).problem(Problem.bare(Slug.MALFORMED));
    }

    /** The answer is the last on its connection, and says so. */
    private static void endConnection(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).endHandler(sent -> request.connection()
                .close());
    }

    private static void problem(RoutingContext context, Slug slug) {
        new Reply(context.request()).problem(Problem.bare(slug));
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpException http && http.getStatusCode() < 500) {
            problem(context, Slug.MALFORMED);
        } else {
            new Reply(context.request()).fail(failure == null ? new IllegalStateException("no cause given") : failure);
        }
    }
}
