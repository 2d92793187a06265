package fr.briseglace.gateway;

import fr.briseglace.access.Handover;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import fr.briseglace.gateway.limits.Admission;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** {@code POST /v1/emergency-accesses/{id}/handovers} and {@code POST /v1/handovers/{id}/claim}. */
final class HandoverResource {
    private static final int RPPS_LENGTH = 11;

    private final Gate gate;
    private final Admission admission;
    private final Handover handover;

    HandoverResource(Gate gate, Admission admission, Handover handover) {
        this.gate = gate;
        this.admission = admission;
        this.handover = handover;
    }

    void offer(Exchange exchange) {
        Future<Outcome<UUID>> outcome = gate.caller(exchange.request())
                .compose(caller -> handover.offer(caller, exchange.id("id"), colleague(exchange.json())));
        Answers.to(exchange, outcome, id -> exchange.header(HttpHeaders.LOCATION, "/v1/handovers/" + id)
                .json(
                        201,
                        new JsonObject()
                                .put("id", id.toString())
                                .put("claim", "/v1/handovers/" + id + "/claim")
                                .toBuffer()));
    }

    /** The national id of the colleague: 8 and the RPPS, which may be given bare. */
    private static String colleague(JsonObject offer) {
        String id = offer.getJsonObject("to").getString("rpps");
        return id.length() == RPPS_LENGTH ? "8" + id : id;
    }

    void claim(Exchange exchange) {
        Future<Outcome<Opened>> outcome = gate.caller(exchange.request())
                .compose(caller ->
                        handover.claim(caller, exchange.id("id"), patient -> admission.access(caller, patient)));
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }
}
