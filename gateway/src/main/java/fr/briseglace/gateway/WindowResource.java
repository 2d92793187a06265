package fr.briseglace.gateway;

import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Documents.Content;
import fr.briseglace.access.Opened;
import fr.briseglace.access.Outcome;
import fr.briseglace.access.Visit;
import fr.briseglace.access.WindowAccess;
import fr.briseglace.gateway.limits.Admission;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /v1/emergency-accesses/{id}…}: what a professional does inside an open window. */
final class WindowResource {
    private static final int PAGE = 20;

    private final Gate gate;
    private final Admission admission;
    private final WindowAccess windows;

    WindowResource(Gate gate, Admission admission, WindowAccess windows) {
        this.gate = gate;
        this.admission = admission;
        this.windows = windows;
    }

    private <T> Future<Outcome<T>> inside(
            Exchange exchange,
            BiFunction<Caller, UUID, Future<Void>> admitted,
            Function<Visit, Future<Outcome<T>>> what) {
        return gate.caller(exchange.request()).compose(caller -> {
            UUID window = exchange.id("id");
            return admitted.apply(caller, window)
                    .compose(yes -> what.apply(new Visit(caller, window, exchange.patience())));
        });
    }

    private <T> Future<Outcome<T>> reading(Exchange exchange, Function<Visit, Future<Outcome<T>>> what) {
        return inside(exchange, admission::reading, what);
    }

    void read(Exchange exchange) {
        Future<Outcome<Opened>> outcome = reading(exchange, windows::read);
        Answers.to(exchange, outcome, opened -> OpenedAnswer.to(exchange, opened));
    }

    void close(Exchange exchange) {
        Future<Outcome<UUID>> outcome =
                inside(exchange, (caller, window) -> admission.leaving(caller, window, "close"), windows::close);
        Answers.to(exchange, outcome, closed -> exchange.nothing());
    }

    void documents(Exchange exchange) {
        Future<Outcome<List<Card>>> outcome =
                reading(exchange, visit -> windows.list(visit, Cursor.of(exchange), PAGE + 1));
        Answers.to(exchange, outcome, cards -> exchange.json(200, page(exchange, cards)));
    }

    private static Buffer page(Exchange exchange, List<Card> cards) {
        boolean more = cards.size() > PAGE;
        List<Card> page = more ? cards.subList(0, PAGE) : cards;
        String self = AccessResource.PATH + "/" + exchange.id("id") + "/documents/";
        JsonArray documents = new JsonArray();
        page.forEach(card -> documents.add(json(card, self)));
        return new JsonObject()
                .put("documents", documents)
                .put("next", more ? Cursor.text(page.getLast().id()) : null)
                .toBuffer();
    }

    private static JsonObject json(Card card, String self) {
        return new JsonObject()
                .put("id", card.id().toString())
                .put("type", card.type())
                .put("title", card.title())
                .put("date", Times.text(card.date()))
                .put("author", new JsonObject(card.author()))
                .put("mime", card.mediaType())
                .put("size", card.size())
                .put("hash", HexFormat.of().formatHex(card.sha256()))
                .put("status", card.status())
                .put("notVisibleToPatient", card.notVisibleToPatient())
                .put("content", self + card.id());
    }

    void document(Exchange exchange) {
        Future<Outcome<Content>> outcome = reading(exchange, visit -> windows.fetch(visit, exchange.id("document")));
        Answers.to(exchange, outcome, content -> DocumentAnswer.to(exchange, content));
    }
}
