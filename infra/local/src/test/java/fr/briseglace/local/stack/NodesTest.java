package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several gateways on the same stores are one service, and so is one that was started again. */
@OnStack
class NodesTest {
    private final Stack stack;

    @TempDir
    Path folder;

    NodesTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void requestThatIsRepeatedOnAnotherNodeOrAfterARestartIsOneAccess() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.regulation(file.ins());
        String key = "nodes-" + body.getString("caseId");
        Caller doctor = stack.as("regulateur");
        Answer opened = doctor.send(doctor.opening()
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
        assertThat(opened.status()).isEqualTo(201);
        try (Node other = Node.beside(stack, folder, "")) {
            Answer again = other.open(key, body);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.id()).isEqualTo(opened.id());
            Refused.as(other.open(key, Asking.regulation(file.ins())), 422, "idempotency-mismatch");
        }
        try (Node restarted = Node.beside(stack, folder, "")) {
            assertThat(restarted.open(key, body).id()).isEqualTo(opened.id());
        }
        assertThat(Journal.of(stack, file.ins()).entries())
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("opened");
    }

    @Test
    void oppositionDecidedOnOneNodeHoldsOnEveryOther() throws IOException {
        PatientFile file = stack.ordinary().file();
        try (Node node = Node.beside(stack, folder, "")) {
            JsonObject body = Asking.regulation(file.ins());
            assertThat(node.open("before-" + body.getString("caseId"), body).status())
                    .isEqualTo(201);
            stack.holder(file.ins()).decide(file.ins(), new JsonObject().put("regulationOpposed", true));
            JsonObject another = Asking.regulation(file.ins());
            assertThat(node.open("after-" + another.getString("caseId"), another)
                            .slug())
                    .isEqualTo("opposed");
        }
    }
}
