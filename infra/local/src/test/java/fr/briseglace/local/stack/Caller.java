package fr.briseglace.local.stack;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.Standing.HealthProfessional;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Somebody who calls with their structure's certificate and a token of their own.
 *
 * @param stack whom they call
 * @param persona who they are
 */
record Caller(Stack stack, Persona persona) {
    private static final String ACCESSES = "/v1/emergency-accesses";

    /** National id of a professional. */
    String nationalId() {
        if (persona.standing() instanceof HealthProfessional professional) {
            return professional.nationalId();
        }
        throw new IllegalStateException("not a health professional");
    }

    Answer open(JsonObject body) throws IOException {
        return send(request(ACCESSES, stack.token(persona))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** Opens with a token that is not theirs to have, or not a token. */
    Answer openWith(String authorization, JsonObject body) throws IOException {
        return send(stack.doors()
                .api(ACCESSES)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** A request to open, whose body and further headers are to come. */
    HttpRequest.Builder opening() {
        return request(ACCESSES, stack.token(persona));
    }

    Answer journal(Ins ins) throws IOException {
        return get("/v1/patients/" + ins.value() + "/journal");
    }

    Answer rights(Ins ins) throws IOException {
        return get("/v1/patients/" + ins.value() + "/rights");
    }

    Answer decide(Ins ins, JsonObject rights) throws IOException {
        return send(request("/v1/patients/" + ins.value() + "/rights", stack.token(persona))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(rights.encode())));
    }

    Answer get(String path) throws IOException {
        return send(request(path, stack.token(persona)));
    }

    /** With headers: names and values in turn. */
    Answer get(String path, String... headers) throws IOException {
        return send(request(path, stack.token(persona)).headers(headers));
    }

    /** Puts a JSON body somewhere, in whatever way. */
    Answer send(String method, String path, JsonObject body) throws IOException {
        return send(request(path, stack.token(persona))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.encode())));
    }

    /** Without a body, in whatever way. */
    Answer send(String method, String path) throws IOException {
        return send(request(path, stack.token(persona)).method(method, BodyPublishers.noBody()));
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        return Doors.send(stack.doors().of(persona.structure()), request);
    }

    private HttpRequest.Builder request(String path, String token) {
        return stack.doors().api(path).header("Authorization", "Bearer " + token);
    }
}
