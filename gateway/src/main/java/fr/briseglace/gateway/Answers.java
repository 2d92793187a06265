package fr.briseglace.gateway;

import fr.briseglace.access.Outcome;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.access.Outcome.Shut;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** Answers whatever came of a request: what was given by its resource, the rest always the same way. */
final class Answers {
    private static final Problem ENDED = Problem.of(
            Slug.ACCESS_ENDED,
            "La fenêtre d'accès est expirée ou fermée. Ouvrez un nouvel accès.",
            "The access window has expired or was closed. Open a new access.");
    private static final Problem MISSING =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");
    private static final Problem MISMATCH = Problem.of(
            Slug.IDEMPOTENCY_MISMATCH,
            "Cette clé d'idempotence a servi pour une autre requête.",
            "This idempotency key was used for another request.");

    private Answers() {}

    static <T> void to(Exchange exchange, Future<Outcome<T>> outcome, Consumer<T> given) {
        exchange.give(outcome, known -> answer(exchange, known, given));
    }

    private static <T> void answer(Exchange exchange, Outcome<T> outcome, Consumer<T> given) {
        switch (outcome) {
            case Given<T> value -> given.accept(value.value());
            case Shut<T> shut -> exchange.problem(RefusalWords.problem(shut));
            case Ended<T> ended -> exchange.problem(ENDED);
            case Missing<T> missing -> exchange.problem(MISSING);
            case KeyMismatch<T> mismatch -> exchange.problem(MISMATCH);
        }
    }
}
