package fr.briseglace.gateway;

import io.vertx.core.http.HttpHeaders;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/statistics}: what anybody may know. */
final class StatisticsResource {
    private static final Problem NOT_YET = Problem.of(
            Slug.STORE_UNAVAILABLE,
            "Les statistiques ne sont pas encore disponibles. Réessayez.",
            "The statistics are not available yet. Try again.");

    private final Supplier<StatisticsBoard.@Nullable Page> page;

    StatisticsResource(Supplier<StatisticsBoard.@Nullable Page> page) {
        this.page = page;
    }

    void read(Exchange exchange) {
        StatisticsBoard.Page now = page.get();
        if (now == null) {
            exchange.problem(NOT_YET);
            return;
        }
        exchange.header(HttpHeaders.ETAG, now.tag())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING.toString());
        if (EntityTag.held(exchange.request(), now.tag())) {
            exchange.response().setStatusCode(304).end();
        } else {
            exchange.header(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(now.ready().coded(exchange.takesGzip()));
        }
    }
}
