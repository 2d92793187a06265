package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Line 2 of the decision table: what has to be stated, and that what is missing is on record. */
@OnStack
class StatementTest {
    private final Stack stack;
    private final Ins patient;

    StatementTest(Stack stack) {
        this.stack = stack;
        this.patient = stack.ordinary().file().ins();
    }

    @Test
    void regulationWithoutItsCaseIsRefused() throws IOException {
        JsonObject body = Asking.regulation(patient);
        body.remove("caseId");
        Refused.told(stack, patient, stack.as("regulateur").open(body), 422, "case-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void regulationOfABlankCaseIsRefused(String blank) throws IOException {
        JsonObject body = Asking.regulation(patient).put("caseId", blank);
        Refused.told(stack, patient, stack.as("regulateur").open(body), 422, "case-missing");
    }

    @Test
    void regulationNeedsNoReason() throws IOException {
        JsonObject body = Asking.regulation(patient);
        body.remove("reason");
        assertThat(stack.as("regulateur").open(body).status()).isEqualTo(201);
    }

    static Stream<JsonObject> halfAttestations() {
        return Stream.of(
                new JsonObject(),
                new JsonObject().put("unableToConsent", true),
                new JsonObject().put("immediateRisk", true),
                new JsonObject().put("unableToConsent", true).put("immediateRisk", false),
                new JsonObject().put("unableToConsent", false).put("immediateRisk", true),
                new JsonObject().put("unableToConsent", false).put("immediateRisk", false));
    }

    @ParameterizedTest
    @MethodSource("halfAttestations")
    void glassIsNotBrokenOnHalfAnAttestation(JsonObject attestation) throws IOException {
        JsonObject body = Asking.breakGlass(patient).put("attestation", attestation);
        Refused.told(stack, patient, stack.as("urgentiste").open(body), 422, "attestation-missing");
    }

    @Test
    void glassIsNotBrokenWithoutAnyAttestation() throws IOException {
        JsonObject body = Asking.breakGlass(patient);
        body.remove("attestation");
        Refused.told(stack, patient, stack.as("urgentiste").open(body), 422, "attestation-missing");
    }

    @Test
    void glassIsNotBrokenWithoutAReason() throws IOException {
        JsonObject body = Asking.breakGlass(patient);
        body.remove("reason");
        Refused.told(stack, patient, stack.as("urgentiste").open(body), 422, "reason-missing");
    }

    static Stream<JsonObject> reasonsThatSayNothing() {
        JsonObject coded = new JsonObject().put("code", "unconscious");
        return Stream.of(
                coded,
                coded.copy().put("text", ""),
                coded.copy().put("text", "ab"),
                coded.copy().put("text", " a  "));
    }

    @ParameterizedTest
    @MethodSource("reasonsThatSayNothing")
    void glassIsNotBrokenForAReasonThatSaysNothing(JsonObject reason) throws IOException {
        JsonObject body = Asking.breakGlass(patient).put("reason", reason);
        Refused.told(stack, patient, stack.as("urgentiste").open(body), 422, "reason-missing");
    }

    @Test
    void attestationIsAskedForBeforeTheReason() throws IOException {
        JsonObject body = Asking.breakGlass(patient);
        body.remove("attestation");
        body.remove("reason");
        assertThat(stack.as("urgentiste").open(body).slug()).isEqualTo("attestation-missing");
    }

    @Test
    void reasonOfTheLongestTextIsTakenAndKeptForTheJournal() throws IOException {
        String longest = "à".repeat(500);
        JsonObject body = Asking.regulation(patient)
                .put("reason", new JsonObject().put("code", "M02.01.01").put("text", longest));
        Answer answer = stack.as("regulateur").open(body);
        assertThat(answer.status()).isEqualTo(201);
        JsonObject reason = Journal.of(stack, patient).entry(answer.id()).getJsonObject("reason");
        assertThat(reason).isEqualTo(new JsonObject().put("code", "M02.01.01").put("text", longest));
    }
}
