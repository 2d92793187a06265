package fr.briseglace.gateway;

import fr.briseglace.access.Handover;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code POST /v1/emergency-accesses/{id}/handovers} and {@code POST /v1/handovers/{id}/claim}. */
final class HandoverResource {
    private static final Pattern PROFESSIONAL = Pattern.compile("8?\\d{11}");
    private static final int LONGEST_ID = 12;

    private final Gate gate;
    private final Handover handover;

    HandoverResource(Gate gate, Handover handover) {
        this.gate = gate;
        this.handover = handover;
    }

    void offer(Exchange exchange) {
        Future<Outcome<UUID>> outcome = gate.caller(exchange.request())
                .compose(caller -> handover.offer(caller, exchange.id("id"), colleague(exchange.body())));
        Answers.to(exchange, outcome, id -> exchange.header(HttpHeaders.LOCATION, "/v1/handovers/" + id)
                .json(
                        201,
                        new JsonObject()
                                .put("id", id.toString())
                                .put("claim", "/v1/handovers/" + id + "/claim")
                                .toBuffer()));
    }

    /** The national id of the colleague: 8 and the RPPS, which may be given bare. */
    private static String colleague(Buffer bytes) {
        Body body = Body.of(bytes);
        Body to = body.optionalObject("to");
        String id = to == null ? null : to.text("rpps", LONGEST_ID);
        if (!body.has("to")) {
            body.missing("to");
        }
        if (to != null && id != null && !PROFESSIONAL.matcher(id).matches()) {
            to.wrong("rpps", "un identifiant RPPS est attendu", "an RPPS identifier is expected");
        }
        body.check();
        String known = id == null ? "" : id;
        return known.length() == LONGEST_ID - 1 ? "8" + known : known;
    }

    void claim(Exchange exchange) {
        Future<Outcome<Opened>> outcome =
                gate.caller(exchange.request()).compose(caller -> handover.claim(caller, exchange.id("id")));
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }
}
