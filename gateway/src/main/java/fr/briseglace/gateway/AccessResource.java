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
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.function.Supplier;

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

    /** Whether a request is to open a record, by its first line. */
    static boolean opens(HttpServerRequest request) {
        return HttpMethod.POST.equals(request.method()) && PATH.equals(request.path());
    }

    void open(Exchange exchange) {
        Answers.to(exchange, opened(exchange, exchange::body), opened -> OpenedAnswer.to(exchange, opened));
    }

    /** {@code POST /fhir/Patient/$summary}: the same request in FHIR; its operations answer 200. */
    void summary(Exchange exchange) {
        Future<Outcome<Opened>> outcome = opened(exchange, () -> SummaryParameters.asAccessRequest(exchange.json()));
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened, 200));
    }

    private Future<Outcome<Opened>> opened(Exchange exchange, Supplier<Buffer> body) {
        long started = System.nanoTime();
        return gate.caller(exchange.request()).compose(caller -> {
            AccessBody said = AccessBody.read(body.get(), token -> candidates.redeem(token, caller, clock.instant()));
            RepeatKey key = Repetition.key(exchange.request(), exchange.body());
            AccessRequest request =
                    new AccessRequest(caller, said.statement(), said.patient(), key, exchange.patience());
            return access.open(request, admission.access(caller, said.patient()))
                    .onSuccess(known -> meters.answered(said.statement().mode(), known, System.nanoTime() - started));
        });
    }
}
