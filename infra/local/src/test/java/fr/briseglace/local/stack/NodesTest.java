package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.gateway.Config;
import fr.briseglace.gateway.Gateway;
import fr.briseglace.local.demo.Ports;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
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

    /** A node beside the stack's own, until something has been done with it. */
    private interface Use {
        void of(int port) throws IOException;
    }

    private void withNode(Use use) throws IOException {
        Ports ports = Ports.free();
        Path file = folder.resolve("gateway-" + ports.api() + ".properties");
        String own = Files.readString(stack.configuration());
        Files.writeString(
                file,
                own.replaceFirst("public.port=\\d+", "public.port=" + ports.api())
                        .replaceFirst("ops.port=\\d+", "ops.port=" + ports.operations()));
        Vertx vertx = Vertx.vertx();
        try {
            Gateway node = Gateway.start(vertx, Config.read(file)).await();
            use.of(ports.api());
            node.close().await();
        } finally {
            vertx.close().await();
        }
    }

    private Answer open(int port, String key, JsonObject body) throws IOException {
        Caller doctor = stack.as("regulateur");
        return doctor.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/v1/emergency-accesses"))
                .header("Authorization", "Bearer " + stack.token(doctor.persona()))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    @Test
    void requestThatIsRepeatedOnAnotherNodeOrAfterARestartIsOneAccess() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.regulation(file.ins());
        String key = "nodes-" + body.getString("caseId");
        int first = stack.local().options().ports().api();
        Answer opened = open(first, key, body);
        assertThat(opened.status()).isEqualTo(201);
        withNode(port -> {
            Answer again = open(port, key, body);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.id()).isEqualTo(opened.id());
            Refused.as(open(port, key, Asking.regulation(file.ins())), 422, "idempotency-mismatch");
        });
        withNode(port -> assertThat(open(port, key, body).id()).isEqualTo(opened.id()));
        assertThat(Journal.of(stack, file.ins()).entries())
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("opened");
    }

    @Test
    void oppositionDecidedOnOneNodeHoldsOnEveryOther() throws IOException {
        PatientFile file = stack.ordinary().file();
        withNode(port -> {
            JsonObject body = Asking.regulation(file.ins());
            assertThat(open(port, "before-" + body.getString("caseId"), body).status())
                    .isEqualTo(201);
            stack.holder(file.ins()).decide(file.ins(), new JsonObject().put("regulationOpposed", true));
            JsonObject another = Asking.regulation(file.ins());
            assertThat(open(port, "after-" + another.getString("caseId"), another)
                            .slug())
                    .isEqualTo("opposed");
        });
    }
}
