package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that do not follow the contract: refused by name and pointer, without an echo, and nothing opened. */
@OnStack
class BodiesTest {
    private final Stack stack;
    private final Ins patient;

    BodiesTest(Stack stack) {
        this.stack = stack;
        this.patient = stack.ordinary().file().ins();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"texte\"",
                "12",
                "{",
                "{}{}",
                "{} fin",
                "{'mode':'centre_15'}",
                "{\"mode\":}",
                "{\"mode\":\"centre_15\",\"mode\":\"bris_de_glace\"}",
                "// rien\n{}",
                "{\"a\":NaN}"
            })
    void bodyThatIsNoStrictJsonObjectIsMalformed(String body) throws IOException {
        Refused.as(post("application/json", body.getBytes(StandardCharsets.UTF_8)), 400, "malformed");
    }

    @Test
    void bodyNestedBeyondReasonIsMalformed() throws IOException {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        Refused.as(post("application/json", deep.getBytes(StandardCharsets.UTF_8)), 400, "malformed");
    }

    @Test
    void bodyThatIsNoUtf8IsMalformed() throws IOException {
        byte[] latin = "{\"mode\":\"régulation\"}".getBytes(StandardCharsets.ISO_8859_1);
        Refused.as(post("application/json", latin), 400, "malformed");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("/mode", body -> body.remove("mode")),
                fault("/mode", body -> body.put("mode", "normal")),
                fault("/mode", body -> body.put("mode", 15)),
                fault("/mode", body -> body.putNull("mode")),
                fault("/patient", body -> body.remove("patient")),
                fault("/patient", body -> body.put("patient", "279035121518989")),
                fault("/patient/ins", body -> body.put("patient", new JsonObject())),
                fault("/patient/ins/value", body -> ins(body).remove("value")),
                fault("/patient/ins/value", body -> ins(body).put("value", 279_035_121_518_989L)),
                fault("/patient/ins/value", body -> ins(body).put("value", "2".repeat(65))),
                fault("/patient/ins/oid", body -> ins(body).remove("oid")),
                fault("/caseId", body -> body.put("caseId", new JsonArray())),
                fault("/caseId", body -> body.put("caseId", "x".repeat(101))),
                fault("/caseId", body -> body.put("caseId", "a\u0000b")),
                fault("/reason", body -> body.put("reason", "coma")),
                fault("/reason/code", body -> body.getJsonObject("reason").remove("code")),
                fault("/reason/code", body -> body.getJsonObject("reason").put("code", "curious")),
                fault("/reason/text", body -> body.getJsonObject("reason").put("text", "x".repeat(501))),
                fault("/attestation", body -> body.put("attestation", true)),
                fault(
                        "/attestation/immediateRisk",
                        body -> body.put("attestation", new JsonObject().put("immediateRisk", "oui"))));
    }

    private static Arguments fault(String pointer, Consumer<JsonObject> fault) {
        return Arguments.of(pointer, fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsNamedByItsPointer(String pointer, Consumer<JsonObject> fault) throws IOException {
        JsonObject body = Asking.regulation(patient);
        fault.accept(body);
        Answer answer = stack.as("regulateur").open(body);
        Refused.as(answer, 400, "malformed");
        assertThat(pointers(answer)).containsExactly(pointer);
    }

    @Test
    void allFaultsAreNamedAtOnce() throws IOException {
        JsonObject body = Asking.regulation(patient).put("caseId", 1).put("reason", false);
        ins(body).remove("oid");
        assertThat(pointers(stack.as("regulateur").open(body)))
                .containsExactlyInAnyOrder("/caseId", "/reason", "/patient/ins/oid");
    }

    @Test
    void unknownMemberIsRefusedWithoutBeingEchoed() throws IOException {
        JsonObject body = Asking.regulation(patient).put("etrange", 1);
        Answer answer = stack.as("regulateur").open(body);
        Refused.as(answer, 400, "malformed");
        assertThat(answer.body()).doesNotContain("etrange");
        JsonObject inner = Asking.regulation(patient);
        ins(inner).put("etrange", 1);
        Answer within = stack.as("regulateur").open(inner);
        Refused.as(within, 400, "malformed");
        assertThat(pointers(within)).containsExactly("/patient/ins");
    }

    @Test
    void malformedBodyOpensNothingAndLeavesNoRecord() throws IOException {
        Ins fresh = stack.ordinary().file().ins();
        stack.as("regulateur").open(Asking.regulation(fresh).put("etrange", 1));
        assertThat(Journal.of(stack, fresh).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void bodyThatSaysItIsSomethingElseIsNotRead(String type) throws IOException {
        Refused.as(post(type, valid()), 415, "unsupported-media-type");
    }

    @Test
    void bodyOfTheLargestSizeIsReadAndALargerOneIsNot() throws IOException {
        byte[] largest = padded(8 * 1024);
        assertThat(post("application/json; charset=utf-8", largest).status()).isEqualTo(201);
        Refused.as(post("application/json", padded(8 * 1024 + 1)), 413, "too-large");
        Refused.as(post("application/json", padded(512 * 1024)), 413, "too-large");
    }

    @Test
    void unknownPathAndMethodAreProblemsToo() throws IOException {
        Refused.as(stack.as("regulateur").get("/v1/nothing-here"), 404, "not-found");
        Caller caller = stack.as("regulateur");
        assertThat(caller.send(caller.opening().method("PUT", BodyPublishers.ofByteArray(valid())))
                        .slug())
                .isEqualTo("method-not-allowed");
    }

    private byte[] valid() {
        return Asking.regulation(patient).encode().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] padded(int size) {
        String body = Asking.regulation(patient).encode();
        return (body + " ".repeat(size - body.getBytes(StandardCharsets.UTF_8).length))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer post(String type, byte[] body) throws IOException {
        Caller caller = stack.as("regulateur");
        return caller.send(caller.opening().header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonObject ins(JsonObject body) {
        return body.getJsonObject("patient").getJsonObject("ins");
    }

    private static List<String> pointers(Answer answer) {
        return Answer.objects(answer.json().getJsonArray("errors")).stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }
}
