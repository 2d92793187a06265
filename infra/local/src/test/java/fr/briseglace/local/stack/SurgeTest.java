package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator raises limits in a mass casualty. */
@OnStack(limited = true)
class SurgeTest {
    private final Stack stack;

    SurgeTest(Stack stack) {
        this.stack = stack;
    }

    private static JsonObject order(JsonObject scope) {
        return new JsonObject().put("scope", scope).put("minutes", 60).put("reason", "plan blanc, collision de trains");
    }

    private Answer raise(String persona, JsonObject order) throws IOException {
        Caller caller = stack.as(persona);
        return caller.send(stack.doors()
                .api("/admin/limits")
                .header("Authorization", "Bearer " + stack.token(caller.persona()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order.encode())));
    }

    @Test
    void limitsOfAStructureAreRaisedTenfoldAndThoseOfOthersAreNot() throws IOException {
        Caller there = stack.as("regulateur-samu75");
        Caller elsewhere = stack.as("regulateur2");
        List<Ins> patients = patients();
        Flood.of(40, number -> there.open(Asking.regulation(patients.get(number / 8))))
                .stoppedBy("access-professional");

        Answer raised = raise("operator", order(new JsonObject().put("structure", LocalStructure.SAMU_75.id())));
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        assertThat(raised.json().getInteger("factor")).isEqualTo(10);
        for (int i = 0; i < 40; i++) {
            Ins patient = stack.ordinary().file().ins();
            assertThat(there.open(Asking.regulation(patient)).status()).isEqualTo(201);
        }
        // What protects the patient stays.
        Ins patient = stack.ordinary().file().ins();
        Flood.of(20, number -> there.open(Asking.regulation(patient))).stoppedBy("access-patient");
        // Nobody else has more than before.
        List<Ins> others = patients();
        Flood.of(40, number -> elsewhere.open(Asking.regulation(others.get(number / 8))))
                .stoppedBy("access-professional");
    }

    /** Enough for forty accesses within what one patient's record may be opened. */
    private List<Ins> patients() {
        return Stream.generate(() -> stack.ordinary().file().ins()).limit(5).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulateur", "arm", "portal", "privacy-officer"})
    void nobodyElseRaisesLimits(String persona) throws IOException {
        Refused.as(raise(persona, order(new JsonObject().put("region", "52"))), 403, "not-entitled");
    }

    @Test
    void unknownStructureIsNotFound() throws IOException {
        Refused.as(raise("operator", order(new JsonObject().put("structure", "1990000009"))), 404, "not-found");
    }

    @Test
    void orderThatDoesNotFollowTheContractIsRefused() throws IOException {
        JsonObject scope = new JsonObject().put("region", "52");
        for (JsonObject wrong : new JsonObject[] {
            order(scope).put("minutes", 721),
            order(scope).put("minutes", 0),
            order(scope).put("minutes", 1.5),
            order(scope).put("reason", ""),
            order(scope).put("factor", 100),
            order(new JsonObject()),
            order(new JsonObject().put("region", "52").put("structure", "1440000001")),
            new JsonObject()
        }) {
            Refused.as(raise("operator", wrong), 400, "malformed");
        }
    }
}
