package fr.briseglace.gateway;

import fr.briseglace.law.Caller;
import fr.briseglace.oversight.Judged;
import fr.briseglace.oversight.Judgement;
import fr.briseglace.oversight.Review;
import fr.briseglace.oversight.Reviews;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/reviews}: the privacy officer's queue, and what they make of it. */
final class ReviewResource {
    private static final int PAGE = 20;
    private static final Problem NOT_ENTITLED = Problem.of(
            Slug.NOT_ENTITLED,
            "Seul le délégué à la protection des données, depuis sa structure, examine les accès.",
            "Only the privacy officer, from their own house, reviews accesses.");
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");

    private final Gate gate;
    private final Reviews reviews;
    private final InstantSource clock;

    ReviewResource(Gate gate, Reviews reviews, InstantSource clock) {
        this.gate = gate;
        this.reviews = reviews;
        this.clock = clock;
    }

    private Future<Caller> officer(HttpServerRequest request) {
        return gate.caller(request)
                .compose(caller -> Reviews.entitled(caller)
                        ? Future.succeededFuture(caller)
                        : Future.failedFuture(new ProblemException(NOT_ENTITLED)));
    }

    void queue(Exchange exchange) {
        exchange.give(
                officer(exchange.request())
                        .compose(officer ->
                                reviews.queue(officer, exchange.query("outcome") != null, Cursor.of(exchange), PAGE)),
                page -> exchange.json(200, page(page, words(exchange))));
    }

    void judge(Exchange exchange) {
        exchange.give(
                officer(exchange.request()).compose(officer -> {
                    JsonObject body = exchange.json();
                    return reviews.judge(
                            officer,
                            exchange.id("id"),
                            Judgement.of(body.getString("outcome")),
                            body.getString("comment"));
                }),
                judged -> answer(exchange, judged));
    }

    private void answer(Exchange exchange, Judged judged) {
        switch (judged) {
            case Judged.Kept kept ->
                exchange.json(
                        200,
                        json(kept.review(), clock.instant(), words(exchange)).toBuffer());
            case Judged.Settled settled -> exchange.problem(Problem.bare(Slug.ALREADY_REVIEWED));
            case Judged.Unknown unknown -> exchange.problem(NOT_FOUND);
        }
    }

    /** A full page has a next one, be it empty: whoever reads on is shown, and recorded, no more than the page. */
    private Buffer page(List<Review> page, JournalWords words) {
        Instant now = clock.instant();
        JsonArray reviews = new JsonArray();
        page.forEach(review -> reviews.add(json(review, now, words)));
        return new JsonObject()
                .put("reviews", reviews)
                .put("next", page.size() == PAGE ? Cursor.text(page.getLast().id()) : null)
                .toBuffer();
    }

    private static JsonObject json(Review review, Instant now, JournalWords words) {
        Review.Facts facts = review.facts();
        return new JsonObject()
                .put("id", review.id().toString())
                .put("about", review.about())
                .put("at", Times.text(review.at()))
                .put("grounds", new JsonArray(review.grounds()))
                .put("dueAt", Times.text(review.dueAt()))
                .put("overdue", review.overdue(now))
                .put("escalated", review.escalated())
                .put("kind", facts.kind())
                .put("mode", facts.mode() == null ? null : facts.mode().code())
                .put(
                        "professional",
                        new JsonObject()
                                .put("id", facts.professional().id())
                                .put("name", facts.professional().name())
                                .put("role", facts.professional().role()))
                .put(
                        "structure",
                        new JsonObject().put("id", facts.structureId()).put("name", facts.structure()))
                .put("caseId", facts.caseId())
                .put("reason", reason(facts))
                .put("refusal", facts.refusal())
                .put("matched", facts.matched())
                .put("accessId", text(facts.accessId()))
                .put("patient", text(review.patientId()))
                .put("answer", answer(review.answer()))
                .put("labels", labels(review, words));
    }

    private static JsonObject labels(Review review, JournalWords words) {
        Review.Facts facts = review.facts();
        JsonArray grounds = new JsonArray();
        review.grounds().forEach(ground -> grounds.add(words.name("ground", ground)));
        return new JsonObject()
                .put("grounds", grounds)
                .put("role", words.name("role", facts.professional().role()))
                .put(
                        "mode",
                        facts.mode() == null
                                ? null
                                : words.name("mode", facts.mode().code()))
                .put("reason", facts.reasonCode() == null ? null : words.reason(facts.reasonCode()))
                .put("refusal", facts.refusal() == null ? null : words.name("refusal", facts.refusal()));
    }

    private static JournalWords words(Exchange exchange) {
        Tongue tongue = exchange.tongue();
        exchange.header(HttpHeaders.CONTENT_LANGUAGE, tongue.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE.toString());
        return JournalWords.in(tongue);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable JsonObject reason(Review.Facts facts) {
        return facts.reasonCode() == null && facts.reasonText() == null
                ? null
                : new JsonObject().put("code", facts.reasonCode()).put("text", facts.reasonText());
    }

    private static @Nullable JsonObject answer(Review.@Nullable Answer answer) {
        return answer == null
                ? null
                : new JsonObject()
                        .put("outcome", answer.judgement().word())
                        .put("comment", answer.comment())
                        .put("at", Times.text(answer.at()))
                        .put("by", answer.by());
    }
}
