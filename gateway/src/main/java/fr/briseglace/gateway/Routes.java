package fr.briseglace.gateway;

import fr.briseglace.gateway.overload.Overloaded;
import fr.briseglace.gateway.overload.Partition;
import fr.briseglace.gateway.overload.Turnstile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Gives each operation of the contract to what answers it. Nothing else is answered, and nothing of it is left out. */
final class Routes {
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FHIR =
            Pattern.compile("application/(fhir\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final Router router;
    private final Map<String, Clause> clauses;
    private final Set<String> unanswered;
    private final Turnstile turnstile;
    private final Consumer<HttpServerRequest> sentAway;

    /**
     * Routes that nothing answers yet.
     *
     * @param turnstile how much is done at once
     * @param sentAway is told of each request that there was no place for
     */
    Routes(Vertx vertx, Map<String, Clause> clauses, Turnstile turnstile, Consumer<HttpServerRequest> sentAway) {
        this.router = Router.router(vertx);
        this.clauses = clauses;
        this.unanswered = new HashSet<>(clauses.keySet());
        this.turnstile = turnstile;
        this.sentAway = sentAway;
    }

    /** What answers the operation of that id. */
    Routes serve(String operation, Consumer<Exchange> resource) {
        Clause clause = clauses.get(operation);
        if (clause == null || !unanswered.remove(operation)) {
            throw new IllegalStateException("no operation of the contract is left to answer: " + operation);
        }
        Route route = router.route(clause.method(), clause.route());
        if (clause.body() != null) {
            json(route, clause.largestBody(), clause.path().startsWith("/fhir/") ? FHIR : JSON);
        }
        Partition partition = Partition.of(operation);
        route.handler(context -> serve(new Exchange(context, clause), partition, resource));
        return this;
    }

    /** Nobody's token is looked at, and no limit charged, of what there is no place for; nor of whom nobody can answer. */
    private void serve(Exchange exchange, Partition partition, Consumer<Exchange> resource) {
        if (exchange.response().closed()) {
            return;
        }
        if (!turnstile.enter(partition, exchange.response())) {
            sentAway.accept(exchange.request());
            exchange.fail(new Overloaded());
            return;
        }
        try {
            resource.accept(exchange);
        } catch (ProblemException known) {
            exchange.fail(known);
        }
    }

    /**
     * The router, once every operation has its answer. Any other method of a path that is there is answered with those
     * it has.
     */
    Router router() {
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("nothing answers these operations of the contract: " + unanswered);
        }
        Map<String, List<String>> methods = new TreeMap<>();
        clauses.values().forEach(clause -> methods.computeIfAbsent(clause.route(), path -> new ArrayList<>())
                .add(clause.method().name()));
        methods.forEach((path, allowed) -> router.route(path).handler(context -> new Reply(context.request())
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .problem(Problem.bare(Slug.METHOD_NOT_ALLOWED))));
        return router;
    }

    /** Reads a body that is JSON by its own word, and none of any other kind. */
    private static void json(Route route, int largest, Pattern types) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(largest);
        route.handler(context -> {
            String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null && types.matcher(type).matches()) {
                body.handle(context);
            } else {
                problem(context, Slug.UNSUPPORTED_MEDIA_TYPE);
            }
        });
    }

    private static void problem(RoutingContext context, Slug slug) {
        new Reply(context.request()).problem(Problem.bare(slug));
    }
}
