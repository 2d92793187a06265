package fr.briseglace.gateway;

import fr.briseglace.access.Handover;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import fr.briseglace.access.Visit;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** {@code POST /v1/emergency-accesses/{id}/handovers} and {@code POST /v1/handovers/{id}/claim}. */
final class HandoverResource {
    private static final int RPPS_LENGTH = 11;
    private static final Problem ONESELF = Problem.malformed(List.of(new Problem.BodyError(
            "/to/rpps", new Problem.Words("un autre professionnel est attendu", "another professional is expected"))));

    private final Gate gate;
    private final Admission admission;
    private final Handover handover;

    HandoverResource(Gate gate, Admission admission, Handover handover) {
        this.gate = gate;
        this.admission = admission;
        this.handover = handover;
    }

    void offer(Exchange exchange) {
        Future<Outcome<UUID>> outcome = gate.caller(exchange.request()).compose(caller -> {
            UUID window = exchange.id("id");
            String colleague = colleague(caller, exchange.json());
            return admission
                    .leaving(caller, window, "handover")
                    .compose(admitted -> handover.offer(new Visit(caller, window, exchange.patience()), colleague));
        });
        Answers.to(exchange, outcome, id -> exchange.header(HttpHeaders.LOCATION, "/v1/handovers/" + id)
                .json(
                        201,
                        new JsonObject()
                                .put("id", id.toString())
                                .put("claim", "/v1/handovers/" + id + "/claim")
                                .toBuffer()));
    }

    /**
     * The national id of the colleague: 8 and the RPPS, which may be given bare.
     *
     * @throws ProblemException {@code malformed} where it is the caller's own: they would renew their window by themselves,
     *     and attest to nothing
     */
    private static String colleague(Caller caller, JsonObject offer) {
        String rpps = offer.getJsonObject("to").getString("rpps");
        String id = rpps.length() == RPPS_LENGTH ? "8" + rpps : rpps;
        if (id.equals(caller.id())) {
            throw new ProblemException(ONESELF);
        }
        return id;
    }

    void claim(Exchange exchange) {
        Future<Outcome<Opened>> outcome = gate.caller(exchange.request())
                .compose(caller -> handover.claim(
                        caller, exchange.id("id"), exchange.patience(), patient -> admission.access(caller, patient)));
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }
}
