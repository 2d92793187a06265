package fr.briseglace.local.stack;

import fr.briseglace.gateway.Config;
import fr.briseglace.gateway.Gateway;
import fr.briseglace.local.demo.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gateway beside the stack's own, on the same stores and on ports of its own. */
final class Node implements AutoCloseable {
    private final Stack stack;
    private final Ports ports;
    private final Vertx vertx = Vertx.vertx();
    private final Gateway gateway;

    private Node(Stack stack, Ports ports, Path configuration) {
        this.stack = stack;
        this.ports = ports;
        this.gateway = Gateway.start(vertx, Config.read(configuration)).await();
    }

    /**
     * Starts one.
     *
     * @param folder where its configuration file is written
     * @param more lines of its configuration that the stack's own has not
     */
    static Node beside(Stack stack, Path folder, String more) throws IOException {
        Ports ports = Ports.free();
        Path file = folder.resolve("gateway-" + ports.api() + ".properties");
        String own = Files.readString(stack.configuration());
        Files.writeString(
                file,
                own.replaceFirst("public.port=\\d+", "public.port=" + ports.api())
                                .replaceFirst("ops.port=\\d+", "ops.port=" + ports.operations())
                        + more);
        return new Node(stack, ports, file);
    }

    /** An emergency access of the regulating doctor. */
    Answer open(String key, JsonObject body) throws IOException {
        Caller doctor = stack.as("regulateur");
        URI address = URI.create("https://localhost:" + ports.api() + "/v1/emergency-accesses");
        return doctor.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + stack.token(doctor.persona()))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** What operators see. */
    Answer metrics() throws IOException {
        URI address = URI.create("http://localhost:" + ports.operations() + "/metrics");
        return Doors.send(stack.doors().anonymous(), HttpRequest.newBuilder(address));
    }

    @Override
    public void close() {
        gateway.close().eventually(vertx::close).await();
    }
}
