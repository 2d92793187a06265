package fr.briseglace.gateway;

import fr.briseglace.access.AccessRequest;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Outcome;
import fr.briseglace.access.Outcome.Opened;
import fr.briseglace.access.Outcome.Shut;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import java.util.Base64;
import java.util.Locale;

/** {@code POST /v1/emergency-accesses}. */
final class AccessResource {
    static final String PATH = "/v1/emergency-accesses";

    private final Gate gate;
    private final EmergencyAccess access;
    private final Meters meters;

    AccessResource(Gate gate, EmergencyAccess access, Meters meters) {
        this.gate = gate;
        this.access = access;
        this.meters = meters;
    }

    void open(Exchange exchange) {
        long started = System.nanoTime();
        gate.caller(exchange.request())
                .compose(caller -> {
                    AccessBody body = AccessBody.read(exchange.body());
                    return access.open(new AccessRequest(caller, body.statement(), body.patient()))
                            .onSuccess(outcome ->
                                    meters.answered(body.statement().mode(), outcome, System.nanoTime() - started));
                })
                .onSuccess(outcome -> answer(exchange, outcome))
                .onFailure(exchange::fail);
    }

    private static void answer(Exchange exchange, Outcome outcome) {
        switch (outcome) {
            case Opened opened ->
                exchange.header(HttpHeaders.LOCATION, PATH + "/" + opened.id()).json(201, json(opened));
            case Shut shut -> exchange.problem(RefusalWords.problem(shut));
        }
    }

    /** The patient and the summary were rendered when the snapshot was made; what is of this access goes around. */
    private static Buffer json(Opened opened) {
        String self = PATH + "/" + opened.id();
        String caseId = opened.caseId() == null ? "null" : Json.encode(opened.caseId());
        byte[] content = opened.snapshot().content();
        return Buffer.buffer(content.length + 700)
                .appendString("{\"id\":\"" + opened.id()
                        + "\",\"mode\":\"" + opened.mode().code()
                        + "\",\"caseId\":" + caseId
                        + ",\"openedAt\":\"" + Times.text(opened.openedAt())
                        + "\",\"expiresAt\":\"" + Times.text(opened.expiresAt())
                        + "\",\"degraded\":" + opened.degraded() + ",")
                .appendBytes(content)
                .appendString(",\"documents\":\"" + self + "/documents\",\"trace\":{\"leaf\":\""
                        + Base64.getEncoder().encodeToString(opened.leaf().hash())
                        + "\",\"proof\":\"" + self + "/proof\"},\"snapshot\":{\"source\":\""
                        + opened.source().name().toLowerCase(Locale.ROOT)
                        + "\",\"asOf\":\"" + Times.text(opened.snapshot().asOf()) + "\"}}");
    }
}
