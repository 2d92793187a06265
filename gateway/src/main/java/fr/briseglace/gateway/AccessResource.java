package fr.briseglace.gateway;

import fr.briseglace.access.AccessRequest;
import fr.briseglace.access.EmergencyAccess;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.search.CandidateTokens;
import fr.briseglace.trail.RepeatKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;

/** {@code POST /v1/emergency-accesses}. */
final class AccessResource {
    static final String PATH = "/v1/emergency-accesses";

    private final Gate gate;
    private final Admission admission;
    private final EmergencyAccess access;
    private final CandidateTokens candidates;
    private final InstantSource clock;
    private final Meters meters;

    AccessResource(
            Gate gate,
            Admission admission,
            EmergencyAccess access,
            CandidateTokens candidates,
            InstantSource clock,
            Meters meters) {
        this.gate = gate;
        this.admission = admission;
        this.access = access;
        this.candidates = candidates;
        this.clock = clock;
        this.meters = meters;
    }

    void open(Exchange exchange) {
        long started = System.nanoTime();
        Future<Outcome<Opened>> outcome = gate.caller(exchange.request()).compose(caller -> {
            Buffer bytes = exchange.body();
            AccessBody body = AccessBody.read(bytes, token -> candidates.redeem(token, caller, clock.instant()));
            RepeatKey key = Repetition.key(exchange.request(), bytes);
            AccessRequest request = new AccessRequest(caller, body.statement(), body.patient(), key);
            return access.open(request, admission.access(caller, body.patient()))
                    .onSuccess(known -> meters.answered(body.statement().mode(), known, System.nanoTime() - started));
        });
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }
}
