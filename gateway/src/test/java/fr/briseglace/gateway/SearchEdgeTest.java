package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.search.FoundPatient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finding a patient over HTTP. */
class SearchEdgeTest {
    private static final String SEARCHES = "/v1/patient-searches";
    private static final String NUMBER = "/v1/provisional-identities/sinus-44-0001";
    private static final String TRAITS = """
            {"mode":"centre_15","caseId":"c1",
             "traits":{"birthName":"roy","givenName":"julie","birthDate":"1979-03-28"}}""";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());

    @AfterEach
    void close() {
        doctor.close();
        house.close();
    }

    private void patient(int number) {
        house.search.patients.add(found(number));
    }

    /** One of many who are called alike. */
    static FoundPatient found(int number) {
        String body = "2790351215" + "%03d".formatted(number);
        return new FoundPatient(
                new UUID(0, number),
                new Ins(body + "%02d".formatted(Ins.key(body)), Ins.TEST),
                new PatientIdentity(
                        "ROY",
                        List.of("JULIE", "ANNE"),
                        null,
                        LocalDate.of(1979, 3, 28),
                        Sex.F,
                        null,
                        IdentityStatus.QUALIFIED));
    }

    private JsonObject search() {
        HttpResponse<String> answer = doctor.post(SEARCHES, TRAITS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        return new JsonObject(answer.body());
    }

    private String token() {
        return search().getJsonArray("candidates").getJsonObject(0).getString("token");
    }

    @Test
    void candidatesAreShownWithoutTheirIns() {
        patient(1);
        JsonObject answer = search();
        assertThat(answer.getBoolean("truncated")).isFalse();
        JsonObject candidate = answer.getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate.fieldNames())
                .containsExactly("token", "birthName", "givenNames", "birthDate", "sex", "birthPlace", "score");
        assertThat(candidate.getJsonArray("givenNames")).isEqualTo(JsonArray.of("JULIE", "ANNE"));
        assertThat(candidate.getDouble("score")).isEqualTo(1);
        assertThat(answer.encode()).doesNotContain("2790351215");
        assertThat(house.search.kept).hasSize(1);
    }

    @Test
    void tooManyAreNotShown() {
        for (int number = 1; number <= 6; number++) {
            patient(number);
        }
        assertThat(search())
                .isEqualTo(new JsonObject().put("candidates", new JsonArray()).put("truncated", true));
    }

    @Test
    void searchIsRefusedToThoseWhoOpenNoRecords() {
        try (Visitor holder = house.visitor(House.holder())) {
            JsonObject refused = problem(holder.post(SEARCHES, TRAITS), 403, "not-entitled");
            assertThat(refused.getString("accessId"))
                    .isEqualTo(house.search.kept.getFirst().id().toString());
        }
        problem(doctor.post(SEARCHES, TRAITS.replace("\"caseId\":\"c1\",", "")), 422, "case-missing");
        problem(
                doctor.post(SEARCHES, "{\"mode\":\"centre_15\",\"caseId\":\"c1\",\"datamatrix\":\"x\"}"),
                422,
                "ins-invalid");
    }

    @Test
    void accessIsAskedForByCandidateAndOneThatDoesNotCountIsNotFoundButRecorded() {
        patient(1);
        String token = token();
        problem(open(token), 404, "patient-unknown");
        JsonObject refused = problem(open(token.substring(1)), 404, "not-found");
        assertThat(refused.getString("accessId"))
                .isEqualTo(house.records.getLast().record().accessId().toString());
        assertThat(house.records).hasSize(2);
    }

    private HttpResponse<String> open(String token) {
        return doctor.post(
                AccessResource.PATH,
                new JsonObject()
                        .put("mode", "centre_15")
                        .put("caseId", "c1")
                        .put("patient", new JsonObject().put("candidate", token))
                        .encode());
    }

    @Test
    void provisionalNumberIsTiedAndUntied() {
        patient(1);
        assertThat(tie(token()).statusCode()).isEqualTo(204);
        house.search.patients.clear();
        patient(2);
        problem(tie(token()), 409, "identity-ambiguous");
        assertThat(doctor.send("DELETE", NUMBER, "").statusCode()).isEqualTo(204);
        problem(doctor.send("DELETE", NUMBER, ""), 404, "not-found");
        problem(tie("x"), 404, "not-found");
        problem(doctor.send("PUT", NUMBER, "{}"), 400, "malformed");
        problem(doctor.send("DELETE", "/v1/provisional-identities/!", ""), 404, "not-found");
        try (Visitor holder = house.visitor(House.holder())) {
            problem(holder.send("DELETE", NUMBER, ""), 403, "not-entitled");
        }
    }

    private HttpResponse<String> tie(String token) {
        return doctor.send(
                "PUT", NUMBER, new JsonObject().put("candidate", token).encode());
    }
}
