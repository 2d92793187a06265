package fr.briseglace.gateway;

import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Documents.Content;
import fr.briseglace.access.Outcome;
import fr.briseglace.access.Visit;
import fr.briseglace.access.WindowAccess;
import fr.briseglace.fhir.DocumentReferences;
import fr.briseglace.fhir.DocumentReferences.Document;
import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import fr.briseglace.gateway.limits.Admission;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * {@code GET /fhir/DocumentReference} and {@code /fhir/Binary/{id}}: the documents of a record inside an open window, as
 * IHE MHD has them (ITI-67, ITI-68). The same looks as those of {@code /v1}: decided, limited, masked and recorded alike.
 */
final class FhirDocuments {
    private static final String PATH = "/fhir/DocumentReference";
    private static final String WINDOW = "X-Access-Id";
    private static final int PAGE = 20;

    private final Gate gate;
    private final Admission admission;
    private final WindowAccess windows;

    FhirDocuments(Gate gate, Admission admission, WindowAccess windows) {
        this.gate = gate;
        this.admission = admission;
        this.windows = windows;
    }

    private <T> Future<Outcome<T>> inside(Exchange exchange, Function<Visit, Future<Outcome<T>>> what) {
        UUID window = window(exchange);
        return gate.caller(exchange.request()).compose(caller -> admission
                .reading(caller, window)
                .compose(admitted -> what.apply(new Visit(caller, window, exchange.patience()))));
    }

    private static UUID window(Exchange exchange) {
        String id = exchange.request().getHeader(WINDOW);
        try {
            if (id != null && id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException none) {
            // Answered below, like one that is absent.
        }
        throw new ProblemException(Problem.malformed(List.of(new BodyError(
                "/" + WINDOW,
                new Words("l'identifiant d'un accès est attendu", "the identifier of an access is expected")))));
    }

    void search(Exchange exchange) {
        PatientToken patient = PatientToken.of(exchange);
        UUID after = Cursor.of(exchange);
        Future<Outcome<List<Card>>> outcome = inside(exchange, visit -> windows.isAbout(visit, patient.ins()::equals)
                .compose(about -> about
                        ? windows.list(visit, after, PAGE + 1)
                        : Future.succeededFuture(new Outcome.Missing<>())));
        Answers.to(
                exchange,
                outcome,
                cards -> exchange.answer(200, Accepted.FHIR.mediaType(), page(exchange, patient, cards)));
    }

    private static Buffer page(Exchange exchange, PatientToken patient, List<Card> cards) {
        boolean more = cards.size() > PAGE;
        List<Card> page = more ? cards.subList(0, PAGE) : cards;
        return Buffer.buffer(DocumentReferences.searchset(
                patient.ins(),
                page.stream().map(FhirDocuments::document).toList(),
                patient.search(PATH, exchange.query("cursor")),
                more ? patient.search(PATH, Cursor.text(page.getLast().id())) : null));
    }

    private static Document document(Card card) {
        JsonObject author = new JsonObject(card.author());
        return new Document(
                card.id(),
                card.type(),
                card.title(),
                card.date(),
                author.getString("id"),
                author.getString("name"),
                card.mediaType(),
                card.size(),
                card.status(),
                card.notVisibleToPatient());
    }

    /** Its own bytes, or those within a resource for whoever prefers FHIR. */
    void binary(Exchange exchange) {
        Future<Outcome<Content>> outcome = inside(exchange, visit -> windows.fetch(visit, exchange.id("document")));
        Answers.to(exchange, outcome, content -> {
            exchange.header(HttpHeaders.VARY, HttpHeaders.ACCEPT.toString());
            String accept = String.join(",", exchange.request().headers().getAll(HttpHeaders.ACCEPT));
            if (Accepted.of(accept) == Accepted.FHIR) {
                exchange.answer(200, Accepted.FHIR.mediaType(), resource(content));
            } else {
                DocumentAnswer.to(exchange, content);
            }
        });
    }

    private static Buffer resource(Content content) {
        return new JsonObject()
                .put("resourceType", "Binary")
                .put("id", content.card().id().toString())
                .put("contentType", content.card().mediaType())
                .put("data", Base64.getEncoder().encodeToString(content.content()))
                .toBuffer();
    }
}
