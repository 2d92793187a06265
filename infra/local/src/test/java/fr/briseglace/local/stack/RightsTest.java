package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What patients decide, who decides for them, and that it holds from the very next access on. */
@OnStack
class RightsTest {
    private final Stack stack;

    RightsTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void holderAndPortalReadTheSameRights() throws IOException {
        PatientFile file = stack.patient(Situation.BLOCKED_PROFESSIONAL).file();
        Answer own = stack.holder(file.ins()).rights(file.ins());
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("cache-control")).isEqualTo("no-store");
        assertThat(own.json())
                .isEqualTo(rights(false, false, false)
                        .put(
                                "blocked",
                                new JsonArray(file.rights().blocked().stream()
                                        .sorted()
                                        .toList())));
        assertThat(stack.as("portal").rights(file.ins()).json()).isEqualTo(own.json());
    }

    @Test
    void changeOfOneRightLeavesTheOthers() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Caller holder = stack.holder(ins);
        assertThat(holder.decide(ins, new JsonObject().put("breakGlassOpposed", true))
                        .json())
                .isEqualTo(rights(false, true, false));
        assertThat(stack.as("portal")
                        .decide(ins, new JsonObject().put("maskedInEmergency", true))
                        .json())
                .isEqualTo(rights(false, true, true));
        assertThat(holder.decide(ins, new JsonObject()).json()).isEqualTo(rights(false, true, true));
        assertThat(holder.rights(ins).json()).isEqualTo(rights(false, true, true));
    }

    @Test
    void changesAtOnceAreAllInForce() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        List<JsonObject> changes = List.of(
                new JsonObject().put("regulationOpposed", true),
                new JsonObject().put("maskedInEmergency", true),
                new JsonObject().put("blocked", new JsonArray().add("810000000018")),
                new JsonObject());
        List<Answer> answers = AtOnce.times(
                8, i -> (i % 2 == 0 ? stack.holder(ins) : stack.as("portal")).decide(ins, changes.get(i / 2)));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        JsonObject all = rights(true, false, true).put("blocked", new JsonArray().add("810000000018"));
        assertThat(stack.holder(ins).rights(ins).json()).isEqualTo(all);
    }

    @Test
    void professionalIsBlockedByRppsOrNationalIdAlike() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        String id = stack.as("regulateur").nationalId();
        JsonObject byRpps = new JsonObject().put("blocked", new JsonArray().add(id.substring(1)));
        assertThat(stack.holder(ins).decide(ins, byRpps).json().getJsonArray("blocked"))
                .isEqualTo(new JsonArray().add(id));
        assertThat(stack.as("regulateur").open(Asking.regulation(ins)).slug()).isEqualTo("blocked");
        assertThat(stack.as("regulateur2").open(Asking.regulation(ins)).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "regulateur, 403, not-entitled",
        "medecin-traitant, 403, not-entitled",
        "arm, 403, not-entitled",
        "operator, 403, not-entitled",
        "privacy-officer, 403, not-entitled"
    })
    void whoeverIsNotThePatientsSideNeitherReadsNorChangesRights(String name, int status, String slug)
            throws IOException {
        Ins ins = stack.patient(Situation.PATIENT_OF_EXAMPLE_GP).file().ins();
        Refused.as(stack.as(name).rights(ins), status, slug);
        Refused.as(stack.as(name).decide(ins, new JsonObject().put("regulationOpposed", true)), status, slug);
        assertThat(stack.holder(ins).rights(ins).json()).isEqualTo(rights(false, false, false));
    }

    @Test
    void anotherHolderNeitherReadsNorChangesRights() throws IOException {
        Ins ins = stack.patient(Situation.ORDINARY).file().ins();
        Caller stranger =
                stack.holder(stack.patient(Situation.WITHOUT_GP).file().ins());
        Refused.as(stranger.rights(ins), 404, "not-found");
        Refused.as(stranger.decide(ins, new JsonObject().put("regulationOpposed", true)), 404, "not-found");
        assertThat(stack.holder(ins).rights(ins).json()).isEqualTo(rights(false, false, false));
    }

    @Test
    void parentDecidesForAMinor() throws IOException {
        PatientFile file = stack.patient(Situation.MINOR).file();
        Ins parent = file.representatives().stream()
                .map(Representative::ins)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Caller decider = stack.holder(parent);
        assertThat(decider.decide(file.ins(), new JsonObject().put("regulationOpposed", true))
                        .status())
                .isEqualTo(200);
        assertThat(stack.as("regulateur").open(Asking.regulation(file.ins())).slug())
                .isEqualTo("opposed");
        assertThat(decider.decide(file.ins(), new JsonObject().put("regulationOpposed", false))
                        .status())
                .isEqualTo(200);
        assertThat(stack.as("regulateur").open(Asking.regulation(file.ins())).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"centre_15, regulationOpposed", "bris_de_glace, breakGlassOpposed"})
    void oppositionHoldsForTheVeryNextAccessAndEndsWithItsLifting(String mode, String right) throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Caller doctor = stack.as("regulateur");
        JsonObject body = Asking.in(mode, ins);
        assertThat(doctor.open(body).status()).isEqualTo(201);
        for (int i = 0; i < 5; i++) {
            stack.holder(ins).decide(ins, new JsonObject().put(right, true));
            Refused.told(stack, ins, stack.as("regulateur2").open(Asking.in(mode, ins)), 403, "opposed");
            stack.holder(ins).decide(ins, new JsonObject().put(right, false));
            assertThat(stack.as("regulateur-000" + (i + 1))
                            .open(Asking.in(mode, ins))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void consentToShowWhatIsMaskedGoesWithAModeAndEndsWithTheLast() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Caller holder = stack.holder(ins);
        holder.decide(ins, new JsonObject().put("maskedInEmergency", true));
        holder.decide(ins, new JsonObject().put("regulationOpposed", true));
        assertThat(holder.rights(ins).json().getBoolean("maskedInEmergency")).isTrue();
        holder.decide(ins, new JsonObject().put("breakGlassOpposed", true));
        assertThat(holder.rights(ins).json()).isEqualTo(rights(true, true, false));
        Answer refused = holder.decide(ins, new JsonObject().put("maskedInEmergency", true));
        Refused.as(refused, 400, "malformed");
        assertThat(refused.body()).contains("/maskedInEmergency");
        holder.decide(ins, new JsonObject().put("breakGlassOpposed", false));
        assertThat(holder.rights(ins).json()).isEqualTo(rights(true, false, false));
    }

    @Test
    void matriculeOfTwoAuthoritiesNeedsTheOneThatIsMeant() throws IOException {
        PatientFile file = stack.ordinary().file();
        Ins other = new Ins(file.ins().value(), Ins.NIR);
        stack.store().register(stack.store().somebody(other, "AUTRE", "CAMILLE"));
        Caller holder = stack.holder(file.ins());
        String rights = "/v1/patients/" + other.value() + "/rights";
        for (String path : List.of(rights, "/v1/patients/" + other.value() + "/journal")) {
            Refused.as(holder.get(path), 409, "identity-ambiguous");
            assertThat(holder.get(path + "?oid=" + Ins.TEST).status()).isEqualTo(200);
            assertThat(holder.get(path + "?oid=" + Ins.NIR).status()).isEqualTo(200);
            Refused.as(holder.get(path + "?oid=" + Ins.NIA), 404, "not-found");
            Refused.as(holder.get(path + "?oid=1.2.3"), 404, "not-found");
        }
        holder.send("PATCH", rights + "?oid=" + Ins.NIR, new JsonObject().put("regulationOpposed", true));
        assertThat(holder.get(rights + "?oid=" + Ins.TEST).json()).isEqualTo(rights(false, false, false));
        assertThat(stack.as("regulateur").open(Asking.regulation(file.ins())).status())
                .isEqualTo(201);
        assertThat(stack.as("regulateur").open(Asking.regulation(other)).slug()).isEqualTo("opposed");
        Caller stranger =
                stack.holder(stack.patient(Situation.WITHOUT_GP).file().ins());
        Refused.as(stranger.get(rights), 404, "not-found");
    }

    static Stream<JsonObject> faults() {
        return Stream.of(
                new JsonObject().put("regulationOpposed", "oui"),
                new JsonObject().putNull("breakGlassOpposed"),
                new JsonObject().put("maskedInEmergency", 1),
                new JsonObject().put("blocked", "10100000001"),
                new JsonObject().put("blocked", new JsonArray().add(1)),
                new JsonObject().put("blocked", new JsonArray().add("everybody")),
                new JsonObject().put("everythingOpposed", true));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void malformedChangeChangesNothing(JsonObject change) throws IOException {
        Ins ins = stack.patient(Situation.WITHOUT_GP).file().ins();
        Refused.as(stack.holder(ins).decide(ins, change), 400, "malformed");
        assertThat(stack.holder(ins).rights(ins).json()).isEqualTo(rights(false, false, false));
    }

    private static JsonObject rights(boolean regulation, boolean breakGlass, boolean masked) {
        return new JsonObject()
                .put("regulationOpposed", regulation)
                .put("breakGlassOpposed", breakGlass)
                .put("maskedInEmergency", masked)
                .put("blocked", new JsonArray());
    }
}
