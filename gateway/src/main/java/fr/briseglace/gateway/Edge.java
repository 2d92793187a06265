package fr.briseglace.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public API on one event loop. Several share the port. */
final class Edge extends VerticleBase {
    private static final String WINDOW = AccessResource.PATH + "/:id";
    private static final String DOCUMENTS = WINDOW + "/documents";
    private static final String DOCUMENT = DOCUMENTS + "/:document";
    private static final String HANDOVERS = WINDOW + "/handovers";
    private static final String CLAIM = "/v1/handovers/:id/claim";
    private static final String SEARCHES = "/v1/patient-searches";
    private static final String PROVISIONAL = "/v1/provisional-identities/:number";
    private static final String JOURNAL = "/v1/patients/:ins/journal";
    private static final String RIGHTS = "/v1/patients/:ins/rights";
    private static final int LARGEST_BODY = 8 * 1024;

    private static final int DRAIN_SECONDS = 10;
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

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
                .invalidRequestHandler(Edge::unreadable)
                .requestHandler(router(resources));
        server = listening;
        return listening.listen();
    }

    /** Takes no new connection, and lets what was begun come to its end. */
    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** The port it listens on. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private Router router(Resources resources) {
        Router router = Router.router(vertx);
        serve(json(router.post(AccessResource.PATH)), resources.access()::open);
        only(router, AccessResource.PATH, "POST");
        serve(router.get(WINDOW), resources.window()::read);
        serve(router.delete(WINDOW), resources.window()::close);
        only(router, WINDOW, "GET, DELETE");
        serve(router.get(DOCUMENTS), resources.window()::documents);
        only(router, DOCUMENTS, "GET");
        serve(router.get(DOCUMENT), resources.window()::document);
        only(router, DOCUMENT, "GET");
        serve(json(router.post(HANDOVERS)), resources.handover()::offer);
        only(router, HANDOVERS, "POST");
        serve(router.post(CLAIM), resources.handover()::claim);
        only(router, CLAIM, "POST");
        serve(json(router.post(SEARCHES)), resources.search()::search);
        only(router, SEARCHES, "POST");
        serve(json(router.put(PROVISIONAL)), resources.provisional()::tie);
        serve(router.delete(PROVISIONAL), resources.provisional()::untie);
        only(router, PROVISIONAL, "PUT, DELETE");
        serve(router.get(JOURNAL), resources.journal()::read);
        only(router, JOURNAL, "GET");
        serve(router.get(RIGHTS), resources.rights()::read);
        serve(json(router.patch(RIGHTS)), resources.rights()::change);
        only(router, RIGHTS, "GET, PATCH");
        router.errorHandler(404, context -> problem(context, Slug.NOT_FOUND));
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

    /** Any other method of a path that is there. */
    private static void only(Router router, String path, String methods) {
        router.route(path).handler(context -> new Reply(context.request())
                .header(HttpHeaders.ALLOW, methods)
                .problem(of(Slug.METHOD_NOT_ALLOWED)));
    }

    /** Reads a body that is JSON by its own word, and none of any other kind. */
    private static Route json(Route route) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        return route.handler(context -> {
            String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null && JSON.matcher(type).matches()) {
                body.handle(context);
            } else {
                problem(context, Slug.UNSUPPORTED_MEDIA_TYPE);
            }
        });
    }

    /** What is no HTTP, or has too much before its body, ends the connection: nothing behind it can be trusted. */
    private static void unreadable(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).endHandler(sent -> request.connection()
                .close());
        new Reply(request).problem(of(Slug.MALFORMED));
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
