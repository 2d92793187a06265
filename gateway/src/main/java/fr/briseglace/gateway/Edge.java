package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The public API on one event loop. Several share the port. */
final class Edge extends VerticleBase {
    private static final int LARGEST_BODY = 8 * 1024;

    private final HttpServerOptions options;
    private final Desk desk;
    private @Nullable HttpServer server;

    /** What the resources of one event loop are made of; made on that loop. */
    interface Desk {
        Future<Resources> open(Vertx vertx);
    }

    /**
     * The resources of one event loop.
     *
     * @param gate finds out who is calling
     * @param access opens records
     * @param window what is done inside an open window
     * @param handover passes cases on
     * @param search finds patients
     * @param provisional gives numbers to patients
     * @param journal shows who asked
     * @param rights what the patient decided
     */
    record Resources(
            Gate gate,
            AccessResource access,
            WindowResource window,
            HandoverResource handover,
            SearchResource search,
            ProvisionalResource provisional,
            JournalResource journal,
            RightsResource rights) {}

    Edge(HttpServerOptions options, Desk desk) {
        this.options = options;
        this.desk = desk;
    }

    @Override
    public Future<?> start() {
        return desk.open(vertx).compose(this::listen);
    }

    private Future<HttpServer> listen(Resources resources) {
        HttpServer listening = vertx.createHttpServer(options)
                .connectionHandler(connection ->
                        connection.closeHandler(closed -> resources.gate().ended(connection)))
                .requestHandler(router(resources));
        server = listening;
        return listening.listen();
    }

    /** The port it listens on. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private Router router(Resources resources) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        serve(router.post(AccessResource.PATH), json(resources.access()::open));
        String window = AccessResource.PATH + "/:id";
        serve(router.get(window), resources.window()::read);
        serve(router.delete(window), resources.window()::close);
        serve(router.get(window + "/documents"), resources.window()::documents);
        serve(router.get(window + "/documents/:document"), resources.window()::document);
        serve(router.post(window + "/handovers"), json(resources.handover()::offer));
        serve(router.post("/v1/handovers/:id/claim"), resources.handover()::claim);
        serve(router.post("/v1/patient-searches"), json(resources.search()::search));
        serve(router.put("/v1/provisional-identities/:number"), json(resources.provisional()::tie));
        serve(router.delete("/v1/provisional-identities/:number"), resources.provisional()::untie);
        serve(router.get("/v1/patients/:ins/journal"), resources.journal()::read);
        serve(router.get("/v1/patients/:ins/rights"), resources.rights()::read);
        serve(router.patch("/v1/patients/:ins/rights"), json(resources.rights()::change));
        router.errorHandler(404, context -> problem(context, Slug.NOT_FOUND));
        router.errorHandler(405, context -> problem(context, Slug.METHOD_NOT_ALLOWED));
        router.errorHandler(413, context -> problem(context, Slug.TOO_LARGE));
        router.errorHandler(400, context -> problem(context, Slug.MALFORMED));
        router.errorHandler(500, Edge::failed);
        return router;
    }

    private static void serve(Route route, Consumer<Exchange> resource) {
        route.handler(context -> {
            Exchange exchange = new Exchange(context);
            try {
                resource.accept(exchange);
            } catch (ProblemException known) {
                exchange.fail(known);
            }
        });
    }

    /** Bodies are JSON by their own word, too. */
    private static Consumer<Exchange> json(Consumer<Exchange> resource) {
        return exchange -> {
            String type = exchange.request().getHeader("content-type");
            if (type != null && type.regionMatches(true, 0, "application/json", 0, 16)) {
                resource.accept(exchange);
            } else {
                exchange.problem(of(Slug.UNSUPPORTED_MEDIA_TYPE));
            }
        };
    }

    private static void problem(RoutingContext context, Slug slug) {
        new Exchange(context).problem(of(slug));
    }

    private static Problem of(Slug slug) {
        return Problem.of(slug, slug.title(Tongue.FRENCH) + ".", slug.title(Tongue.ENGLISH) + ".");
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpException http && http.getStatusCode() < 500) {
            problem(context, Slug.MALFORMED);
        } else {
            new Exchange(context).fail(failure == null ? new IllegalStateException("no cause given") : failure);
        }
    }
}
