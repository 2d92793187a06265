package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.Loopback;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that announces itself, or a search, makes the record ready; and that is all it does. */
@OnStack
class AnnouncedCallsTest {
    private static final String CASE = "fr.health.samu440.DRFR154402600777001";
    private static final String PATIENT = "fr.health.samu440.patient.DRFR154402600777001.1";

    private final Stack stack;

    AnnouncedCallsTest(Stack stack) {
        this.stack = stack;
    }

    private static JsonObject message(Ins ins) {
        return new JsonObject()
                .put(
                        "createCaseHealth",
                        new JsonObject()
                                .put("caseId", CASE)
                                .put(
                                        "patient",
                                        JsonArray.of(new JsonObject()
                                                .put("patientId", PATIENT)
                                                .put(
                                                        "administrativeFile",
                                                        new JsonObject()
                                                                .put(
                                                                        "externalId",
                                                                        JsonArray.of(new JsonObject()
                                                                                .put("source", "NIR")
                                                                                .put("value", ins.value())))))));
    }

    private String source(Ins ins) throws IOException {
        Answer opened = stack.as("regulateur").open(Asking.regulation(ins).put("caseId", CASE));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().getJsonObject("snapshot").getString("source");
    }

    @Test
    void announcedPatientIsAtHandWhenTheDoctorAsks() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Answer announced = stack.as("arm").send("POST", "/v1/hub/messages", message(ins));

        assertThat(announced.status()).as(announced.body()).isEqualTo(202);
        assertThat(announced.json())
                .isEqualTo(new JsonObject()
                        .put("caseId", CASE)
                        .put(
                                "patients",
                                JsonArray.of(new JsonObject()
                                        .put("patientId", PATIENT)
                                        .put("warmed", true))));
        assertThat(Journal.of(stack, ins).entries()).isEmpty();
        assertThat(source(ins)).isEqualTo("near");
        assertThat(source(stack.ordinary().file().ins())).isEqualTo("store");
    }

    @Test
    void oppositionAfterTheAnnouncementHolds() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        stack.as("arm").send("POST", "/v1/hub/messages", message(ins));
        assertThat(stack.holder(ins)
                        .decide(ins, new JsonObject().put("regulationOpposed", true))
                        .status())
                .isEqualTo(200);

        Refused.told(stack, ins, stack.as("regulateur").open(Asking.regulation(ins)), 403, "opposed");
    }

    @Test
    void announcedCaseHasALinkToTheConsole() throws IOException {
        stack.as("arm")
                .send(
                        "POST",
                        "/v1/hub/messages",
                        message(stack.ordinary().file().ins()));
        Answer link = stack.as("regulateur").get("/v1/cases/" + CASE + "/link?patientId=" + PATIENT);

        assertThat(link.status()).as(link.body()).isEqualTo(200);
        assertThat(link.json().getJsonObject("documentLink").getString("patientId"))
                .isEqualTo(PATIENT);
        assertThat(link.body()).contains("https://").contains("#caseId=" + CASE);
        Refused.as(stack.as("regulateur").get("/v1/cases/" + CASE + "9/link"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urgentiste", "infirmier", "medecin-traitant", "medecin-travail", "portal", "operator"})
    void nobodyOutsideARegulationCentreAnnounces(String name) throws IOException {
        Ins ins = stack.ordinary().file().ins();
        Refused.as(stack.as(name).send("POST", "/v1/hub/messages", message(ins)), 403, "not-entitled");
        Refused.as(stack.as(name).get("/v1/cases/" + CASE + "/link"), 403, "not-entitled");
        assertThat(source(ins)).isEqualTo("store");
    }

    @Test
    void whomASearchShowsIsAtHandWhenTheDoctorAsks() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject traits = new JsonObject()
                .put("birthName", file.identity().birthName())
                .put("givenName", file.identity().givenNames().getFirst())
                .put("birthDate", file.identity().birthDate().toString());
        JsonObject search =
                new JsonObject().put("mode", "centre_15").put("caseId", CASE).put("traits", traits);
        int entries = cached();

        Answer found = stack.as("regulateur").send("POST", "/v1/patient-searches", search);
        assertThat(found.json().getJsonArray("candidates")).as(found.body()).isNotEmpty();
        Patience.until(this::cached, now -> now > entries);
        assertThat(source(file.ins())).isEqualTo("near");
    }

    private int cached() throws IOException {
        try (RedisContent redis =
                new RedisContent(Loopback.HOST, stack.local().redis().port())) {
            return redis.all().size();
        }
    }
}
