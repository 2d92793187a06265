package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that announce themselves over HTTP. */
class HubEdgeTest {
    private static final String MESSAGES = "/v1/hub/messages";
    private static final String CASE = "fr.health.samu440.DRFR154402600000042";
    private static final String PATIENT = "fr.health.samu440.patient.DRFR154402600000042.1";
    private static final String LINK = "/v1/cases/" + CASE + "/link";
    private static final String MESSAGE = """
            {"createCaseHealth":{"caseId":"%s","patient":[{"patientId":"%s"}]}}""".formatted(CASE, PATIENT);

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());

    @AfterEach
    void close() {
        doctor.close();
        house.close();
    }

    @Test
    void caseIsAcceptedAndItsPatientsAnswered() {
        HttpResponse<String> answer = doctor.post(MESSAGES, MESSAGE);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(new JsonObject("{\"caseId\":\"" + CASE + "\",\"patients\":[{\"patientId\":\"" + PATIENT
                        + "\",\"warmed\":false}]}"));
        assertThat(house.records).isEmpty();
    }

    @Test
    void linkLeadsToTheConsoleWithTheCaseBehindTheHash() {
        problem(doctor.get(LINK), 404, "not-found");
        doctor.post(MESSAGES, MESSAGE);

        assertThat(new JsonObject(doctor.get(LINK + "?patientId=" + PATIENT).body()))
                .isEqualTo(new JsonObject("{\"documentLink\":{\"caseId\":\"" + CASE + "\",\"patientId\":\"" + PATIENT
                        + "\",\"document\":[{\"documentType\":\"DMP\",\"url\":\"https://console.example/#caseId=" + CASE
                        + "&patientId=" + PATIENT + "\"}]}}"));
        assertThat(doctor.get(LINK).body()).doesNotContain("patientId").contains("#caseId=" + CASE + "\"");
        problem(doctor.get(LINK + "?patientId=" + PATIENT + "2"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "a..b.c.d", "a.b.c.d%0A", "a.b.c.%C3%A9", "a.b.c.d.e.f.g.h.i.j.k"})
    void whatIsNoCaseIsNotFound(String caseId) {
        problem(doctor.get("/v1/cases/" + caseId + "/link"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a.b.c.patient", "a.b.c.patient.1%0A"})
    void whatIsNoPatientIsMalformed(String patientId) {
        problem(doctor.get(LINK + "?patientId=" + patientId), 400, "malformed");
    }

    @Test
    void messageUpToSixtyFourKibibytesIsRead() {
        String padding = " ".repeat(64 * 1024 - MESSAGE.length());

        assertThat(doctor.post(MESSAGES, MESSAGE + padding).statusCode()).isEqualTo(202);
        problem(doctor.post(MESSAGES, MESSAGE + padding + " "), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"secret\":1}",
                "{\"createCaseHealth\":{\"caseId\":\"secret\"}}",
                "{\"createCaseHealth\":{\"caseId\":{\"secret\":1}}}",
                "{\"createCaseHealth\":{\"caseId\":\"a.b.c.d\",\"patient\":[{\"patientId\":\"secret\"}]}}",
                "{\"distributionID\":\"secret\"}"
            })
    void faultIsNamedWithoutAnEcho(String message) {
        JsonObject refused = problem(doctor.post(MESSAGES, message), 400, "malformed");

        assertThat(refused.getJsonArray("errors")).hasSize(1);
        assertThat(refused.encode()).doesNotContain("secret");
    }

    @Test
    void whoeverIsNotOfARegulationCentreIsNotEntitled() {
        try (Visitor holder = house.visitor(House.holder())) {
            problem(holder.post(MESSAGES, MESSAGE), 403, "not-entitled");
            problem(holder.get(LINK), 403, "not-entitled");
        }
    }
}
