package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The privacy officer looks at what happened. */
@OnStack
class ReviewTest {
    private final Stack stack;
    private final Caller officer;

    ReviewTest(Stack stack) {
        this.stack = stack;
        this.officer = stack.as("privacy-officer");
    }

    /** The review of an access, on whatever page of the queue. */
    private Optional<JsonObject> review(String id) throws IOException {
        String path = "/v1/reviews";
        while (path != null) {
            JsonObject page = officer.get(path).json();
            for (JsonObject review : Answer.objects(page.getJsonArray("reviews"))) {
                if (review.getString("id").equals(id)) {
                    return Optional.of(review);
                }
            }
            String next = page.getString("next");
            path = next == null ? null : "/v1/reviews?cursor=" + next;
        }
        return Optional.empty();
    }

    private static JsonObject judgement(String outcome) {
        return new JsonObject().put("outcome", outcome).put("comment", "vérifié auprès du service");
    }

    @Test
    void brokenGlassIsReviewedOnceAndForAllAndNamesNoPatient() throws IOException {
        Ins patient = stack.ordinary().file().ins();
        String access = stack.as("urgentiste").open(Asking.breakGlass(patient)).id();

        JsonObject review =
                Patience.until(() -> review(access), Optional::isPresent).orElseThrow();
        assertThat(review.getJsonArray("grounds")).contains("break-glass");
        assertThat(review.getString("mode")).isEqualTo("bris_de_glace");
        assertThat(review.encode()).doesNotContain(patient.value());

        String path = "/v1/reviews/" + access;
        assertThat(officer.send("POST", path, judgement("legitimate")).status()).isEqualTo(200);
        assertThat(officer.send("POST", path, judgement("legitimate")).status()).isEqualTo(200);
        Refused.as(officer.send("POST", path, judgement("abuse")), 409, "already-reviewed");
        assertThat(review(access)).isEmpty();
        assertThat(stack.holder(patient).journal(patient).body())
                .contains(access)
                .doesNotContain("reviewed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulateur", "urgentiste", "arm", "portal", "operator", "medecin-traitant"})
    void nobodyElseSeesTheQueue(String persona) throws IOException {
        Refused.as(stack.as(persona).get("/v1/reviews"), 403, "not-entitled");
        Refused.as(
                stack.as(persona).send("POST", "/v1/reviews/" + new java.util.UUID(1, 1), judgement("abuse")),
                403,
                "not-entitled");
    }
}
