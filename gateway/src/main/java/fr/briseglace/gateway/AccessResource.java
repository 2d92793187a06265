package fr.briseglace.gateway;

import fr.briseglace.access.AccessRequest;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

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
        Future<Outcome<Opened>> outcome = gate.caller(exchange.request()).compose(caller -> {
            Buffer bytes = exchange.body();
            AccessBody body = AccessBody.read(bytes);
            return access.open(new AccessRequest(
                            caller, body.statement(), body.patient(), Repetition.key(exchange.request(), bytes)))
                    .onSuccess(known -> meters.answered(body.statement().mode(), known, System.nanoTime() - started));
        });
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }
}
