package fr.briseglace.gateway;

import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.access.Patience;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.law.Caller;
import fr.briseglace.search.Candidate;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.SearchOutcome;
import fr.briseglace.search.SearchOutcome.Found;
import fr.briseglace.search.SearchOutcome.Refused;
import fr.briseglace.search.SearchRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code POST /v1/patient-searches}. */
final class SearchResource {
    private final Gate gate;
    private final Admission admission;
    private final PatientSearch search;

    SearchResource(Gate gate, Admission admission, PatientSearch search) {
        this.gate = gate;
        this.admission = admission;
        this.search = search;
    }

    void search(Exchange exchange) {
        exchange.give(
                gate.caller(exchange.request())
                        .compose(caller -> search(request(caller, exchange), exchange.patience())),
                outcome -> answer(exchange, outcome));
    }

    private Future<SearchOutcome> search(SearchRequest request, Patience patience) {
        return admission
                .search(request.caller(), request.mode())
                .compose(admitted -> search.search(request, patience))
                .compose(outcome -> outcome instanceof Found found
                        ? admission.searched(request.caller(), found.matched()).map(outcome)
                        : Future.succeededFuture(outcome));
    }

    /** The contract says what a search looks like; whether a date or a number is one, its reader says. */
    private static SearchRequest request(Caller caller, Exchange exchange) {
        exchange.json();
        return SearchBody.read(caller, exchange.body());
    }

    private static void answer(Exchange exchange, SearchOutcome outcome) {
        switch (outcome) {
            case Found found -> exchange.json(200, json(found));
            case Refused refused -> exchange.problem(problem(refused));
        }
    }

    /** Only the words about a wrong identifier look at it; any other refusal has none. */
    private static Problem problem(Refused refused) {
        InsReading patient = refused.patient() == null ? InsFault.DATAMATRIX : refused.patient();
        return RefusalWords.problem(new Shut<>(refused.id(), refused.refusal(), patient));
    }

    static Buffer json(Found found) {
        JsonArray candidates = new JsonArray();
        found.candidates().forEach(candidate -> candidates.add(json(candidate)));
        return new JsonObject()
                .put("candidates", candidates)
                .put("truncated", found.truncated())
                .toBuffer();
    }

    private static JsonObject json(Candidate candidate) {
        PatientIdentity identity = candidate.identity();
        return new JsonObject()
                .put("token", candidate.token())
                .put("birthName", identity.birthName())
                .put("givenNames", new JsonArray(identity.givenNames()))
                .put("birthDate", identity.birthDate().toString())
                .put("sex", identity.sex().name())
                .put("birthPlace", identity.birthPlace())
                .put("score", candidate.score());
    }
}
