package fr.briseglace.gateway;

import fr.briseglace.gateway.limits.SurgesInForce;
import fr.briseglace.law.Caller;
import fr.briseglace.surge.Surge;
import fr.briseglace.surge.SurgeOutcome;
import fr.briseglace.surge.SurgeOutcome.Nobody;
import fr.briseglace.surge.SurgeOutcome.NotEntitled;
import fr.briseglace.surge.SurgeOutcome.Raised;
import fr.briseglace.surge.SurgeScope;
import fr.briseglace.surge.SurgeScope.OfRegion;
import fr.briseglace.surge.SurgeScope.OfStructure;
import fr.briseglace.surge.Surges;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** {@code POST /admin/limits}: limits are raised in a mass casualty. */
final class SurgeResource {
    private static final Problem NOT_ENTITLED = Problem.of(
            Slug.NOT_ENTITLED,
            "Seul l'exploitant du service peut relever les limites.",
            "Only those who run the service may raise limits.");
    private static final Problem NOBODY = Problem.of(
            Slug.NOT_FOUND,
            "L'annuaire ne connaît ni cette structure ni cette région.",
            "The directory knows neither this structure nor this region.");

    private final Gate gate;
    private final Surges surges;
    private final SurgesInForce inForce;

    SurgeResource(Gate gate, Surges surges, SurgesInForce inForce) {
        this.gate = gate;
        this.surges = surges;
        this.inForce = inForce;
    }

    void raise(Exchange exchange) {
        exchange.give(
                gate.caller(exchange.request()).compose(caller -> raise(caller, exchange.json())),
                outcome -> answer(exchange, outcome));
    }

    /** This node knows at once, the others within seconds. */
    private Future<SurgeOutcome> raise(Caller caller, JsonObject order) {
        Duration time = Duration.ofMinutes(order.getInteger("minutes"));
        return surges.raise(caller, scope(order.getJsonObject("scope")), time, order.getString("reason"))
                .compose(outcome -> outcome instanceof Raised
                        ? inForce.refresh().otherwiseEmpty().map(outcome)
                        : Future.succeededFuture(outcome));
    }

    private static SurgeScope scope(JsonObject scope) {
        return scope.containsKey("structure")
                ? new OfStructure(scope.getString("structure"))
                : new OfRegion(scope.getString("region"));
    }

    private static void answer(Exchange exchange, SurgeOutcome outcome) {
        switch (outcome) {
            case Raised raised -> exchange.json(201, json(raised.surge()));
            case NotEntitled refused -> exchange.problem(NOT_ENTITLED);
            case Nobody unknown -> exchange.problem(NOBODY);
        }
    }

    private static Buffer json(Surge surge) {
        return new JsonObject()
                .put("id", surge.id().toString())
                .put("factor", Surge.FACTOR)
                .put("startsAt", Times.text(surge.at()))
                .put("endsAt", Times.text(surge.endsAt()))
                .toBuffer();
    }
}
