package fr.briseglace.gateway;

import fr.briseglace.search.ProvisionalIdentities;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.TieAnswer;
import fr.briseglace.search.TieOutcome;
import io.vertx.core.Future;

/** {@code PUT|DELETE /v1/provisional-identities/{number}}: whose a provisional number is. */
final class ProvisionalResource {
    private static final Problem NOT_FOUND = Problem.of(
            Slug.NOT_FOUND,
            "Ce numéro ou ce candidat n'existe pas, ou n'est plus valable.",
            "This number or candidate does not exist, or is no longer valid.");
    private static final Problem TAKEN = Problem.of(
            Slug.IDENTITY_AMBIGUOUS,
            "Ce numéro est déjà rattaché à un autre patient : détachez-le d'abord.",
            "This number is tied to another patient already: untie it first.");
    private static final Problem NOT_ENTITLED = Problem.of(
            Slug.NOT_ENTITLED,
            "Votre rôle ne permet pas de rattacher une identité provisoire. La tentative est enregistrée.",
            "Your role may not tie a provisional identity. The attempt is recorded.");

    private final Gate gate;
    private final ProvisionalIdentities identities;

    ProvisionalResource(Gate gate, ProvisionalIdentities identities) {
        this.gate = gate;
        this.identities = identities;
    }

    void tie(Exchange exchange) {
        answer(
                exchange,
                gate.caller(exchange.request())
                        .compose(caller -> identities.tie(
                                caller, number(exchange), exchange.json().getString("candidate"))));
    }

    void untie(Exchange exchange) {
        answer(exchange, gate.caller(exchange.request()).compose(caller -> identities.untie(caller, number(exchange))));
    }

    private static void answer(Exchange exchange, Future<TieAnswer> answer) {
        exchange.give(answer, known -> {
            if (known.refusalId() == null) {
                exchange.nothing();
            } else {
                exchange.problem(problem(known.outcome()).recordedAs(known.refusalId()));
            }
        });
    }

    private static Problem problem(TieOutcome refused) {
        return switch (refused) {
            case DONE -> throw new IllegalStateException("what is done is no problem");
            case TAKEN -> TAKEN;
            case NOT_FOUND -> NOT_FOUND;
            case NOT_ENTITLED -> NOT_ENTITLED;
        };
    }

    private static ProvisionalNumber number(Exchange exchange) {
        return ProvisionalNumber.read(exchange.path("number")).orElseThrow(() -> new ProblemException(NOT_FOUND));
    }
}
