package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An {@code Idempotency-Key} is one caller's, one body's and one record's, whatever is tried with it. */
@OnStack
class IdempotencyTest {
    private final Stack stack;
    private final Caller doctor;

    IdempotencyTest(Stack stack) {
        this.stack = stack;
        this.doctor = stack.as("regulateur");
    }

    private static Answer ask(Caller caller, String key, JsonObject body) throws IOException {
        return caller.send(caller.opening()
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eightAtOnceAreOneRecordWhetherGrantedOrRefused(boolean granted) throws IOException {
        Ins ins = stack.ordinary().file().ins();
        stack.holder(ins).decide(ins, new JsonObject().put("regulationOpposed", !granted));
        JsonObject body = Asking.regulation(ins);
        List<Answer> answers = AtOnce.times(8, i -> ask(doctor, "eight-" + granted, body));
        assertThat(answers).extracting(Answer::status).containsOnly(granted ? 201 : 403);
        assertThat(answers)
                .extracting(granted ? Answer::id : Answer::accessId)
                .containsOnly(
                        granted ? answers.getFirst().id() : answers.getFirst().accessId());
        assertThat(Journal.of(stack, ins).entries()).hasSize(1);
    }

    @Test
    void keyOfAnotherCallerIsTheirs() throws IOException {
        JsonObject body = Asking.regulation(stack.ordinary().file().ins());
        Answer own = ask(doctor, "shared", body);
        Answer other = ask(stack.as("regulateur2"), "shared", body);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.id()).isNotEqualTo(own.id());
    }

    @Test
    void keyIsOfOneBodyWhateverItsModePatientOrForm() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        JsonObject body = Asking.regulation(ins);
        assertThat(ask(doctor, "of one body", body).status()).isEqualTo(400);
        assertThat(ask(doctor, "of-one-body", body).status()).isEqualTo(201);
        for (JsonObject other : List.of(
                Asking.breakGlass(ins),
                Asking.regulation(ins),
                Asking.regulation(stack.ordinary().file().ins()),
                body.copy().put("reason", new JsonObject().put("code", "M01.03").put("text", "autre")))) {
            Refused.as(ask(doctor, "of-one-body", other), 422, "idempotency-mismatch");
        }
        Answer spelledOtherwise = doctor.send(doctor.opening()
                .header("Idempotency-Key", "of-one-body")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encodePrettily())));
        Refused.as(spelledOtherwise, 422, "idempotency-mismatch");
        assertThat(Journal.of(stack, ins).entries()).hasSize(1);
    }

    @Test
    void keyOfALookThroughAnOpenWindowIsAnsweredAsTheFirstTime() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        JsonObject body = Asking.regulation(ins);
        String open = ask(doctor, "opens", body).id();
        for (int i = 0; i < 3; i++) {
            Answer look = ask(doctor, "looks", body);
            assertThat(look.status()).isEqualTo(200);
            assertThat(look.id()).isEqualTo(open);
        }
        assertThat(Journal.of(stack, ins).entries()).hasSize(2);
    }

    @Test
    void keyOpensNothingOnceItsWindowWasClosed() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        JsonObject body = Asking.regulation(ins);
        String window =
                "/v1/emergency-accesses/" + ask(doctor, "closed-since", body).id();
        assertThat(doctor.send("DELETE", window).status()).isEqualTo(204);
        Refused.as(ask(doctor, "closed-since", body), 410, "access-ended");
        assertThat(Journal.of(stack, ins).entries())
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("closed", "opened");
    }
}
