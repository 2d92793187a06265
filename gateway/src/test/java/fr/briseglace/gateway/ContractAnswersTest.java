package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.access.Sighting;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import io.vertx.core.Future;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer is one that the document describes; each visitor of the house holds it to that. */
class ContractAnswersTest {
    private static final String ACCESS = AccessResource.PATH + "/" + Example.ACCESS;
    private static final String DOCUMENT = ACCESS + "/documents/" + Example.DOCUMENT;
    private static final String SUMMARY = "/fhir/Patient/$summary";
    private static final String INS = "{\"name\":\"identifier\",\"valueIdentifier\":{\"system\":\"urn:oid:" + Ins.TEST
            + "\",\"value\":\"" + House.PATIENT + "\"}}";
    private static final String CASE =
            "{\"name\":\"caseId\",\"valueString\":\"fr.health.samu440.DRFR154402600000009\"}";
    private static final String HANDOVER = "{\"to\":{\"rpps\":\"10007654321\"}}";
    private static final String CLAIM = "/v1/handovers/" + Example.ACCESS + "/claim";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @AfterEach
    void close() {
        doctor.close();
        holder.close();
        house.close();
    }

    private void openHouse() {
        house.sighting = Example.sighting(PatientRights.NONE);
        house.window = Example.window(false);
        house.offer = Example.offer();
        house.documents = List.of(Example.document());
        house.journal = Example.journal();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, " + AccessResource.PATH + ", 201",
        "GET, " + AccessResource.PATH + "/0190a000-0000-7000-8000-000000000001, 200",
        "DELETE, " + AccessResource.PATH + "/0190a000-0000-7000-8000-000000000001, 204",
        "GET, " + AccessResource.PATH + "/0190a000-0000-7000-8000-000000000001/documents, 200",
        "GET, /v1/patients/" + House.PATIENT + "/journal, 200",
        "GET, /v1/patients/" + House.PATIENT + "/rights, 200",
        "POST, /v1/handovers/0190a000-0000-7000-8000-000000000001/claim, 201"
    })
    void whatIsGivenIsAsDescribed(String method, String path, int status) {
        openHouse();
        Visitor caller = path.contains("patients") ? holder : doctor;

        assertThat(caller.send(method, path, method.equals("POST") ? Bodies.REGULATION : "")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void pageIsGivenToThoseWhoPreferOne() {
        openHouse();
        HttpResponse<String> page = doctor.with("Accept", "text/html").post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(page.statusCode()).isEqualTo(201);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    }

    @Test
    void internationalPatientSummaryIsGivenToThoseWhoSpeakFhir() {
        openHouse();
        Visitor speaker = doctor.with("Accept", "application/fhir+json");
        HttpResponse<String> summary = speaker.post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(summary.statusCode()).isEqualTo(201);
        assertThat(summary.headers().firstValue("content-type")).contains("application/fhir+json");
        assertThat(summary.headers().firstValue("location").orElse("")).startsWith(AccessResource.PATH);
        assertThat(summary.body()).contains("60591-5", "48765-2", "11450-4", "10160-0");
        assertThat(speaker.get(ACCESS).statusCode()).isEqualTo(200);
    }

    @Test
    void problemIsAnOutcomeToThoseWhoSpeakFhir() {
        Visitor speaker = doctor.with("Accept", "application/fhir+json");
        house.sighting = Example.sighting(new PatientRights(true, false, false, Set.of()));
        HttpResponse<String> refused = speaker.post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("content-type")).contains("application/fhir+json");
        assertThat(refused.body()).contains("\"forbidden\"", "\"opposed\"", "urn:brise-glace:access");
        assertThat(speaker.post(AccessResource.PATH, "{}").statusCode()).isEqualTo(400);
        assertThat(speaker.get("/v1/nowhere").body()).contains("\"not-found\"");
    }

    @Test
    void requestInFhirIsTheSameRequest() {
        openHouse();
        HttpResponse<String> summary = doctor.post(SUMMARY, parameters(INS + "," + CASE));

        assertThat(summary.statusCode()).isEqualTo(200);
        assertThat(summary.body()).contains("60591-5");
        outcome(doctor.post(SUMMARY, parameters(INS)), 422, "case-missing");
        outcome(doctor.post(SUMMARY, parameters(CASE)), 400, "malformed");
        outcome(doctor.post(SUMMARY, parameters(INS + "," + INS)), 400, "malformed");
        outcome(doctor.post(SUMMARY, parameters("{\"name\":\"identifier\",\"valueCode\":\"x\"}")), 400, "malformed");
        outcome(doctor.post(SUMMARY, parameters("{\"name\":\"other\"}")), 400, "malformed");
        outcome(doctor.get("/fhir/Observation"), 404, "not-found");
        house.sighting = Example.sighting(new PatientRights(true, false, false, Set.of()));
        outcome(doctor.post(SUMMARY, parameters(INS + "," + CASE)), 403, "opposed");
    }

    private static String parameters(String more) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"mode\",\"valueCode\":\"centre_15\"}," + more
                + "]}";
    }

    private static void outcome(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome", "\"" + slug + "\"");
    }

    @Test
    void capabilitiesAreToldToAnybody() {
        try (Visitor passerBy = house.passerBy(HttpClient.Version.HTTP_2)) {
            assertThat(passerBy.get("/fhir/metadata").body()).contains("CapabilityStatement", "\"summary\"");
        }
    }

    @Test
    void documentIsGivenWholeInPartOrNotAgain() {
        openHouse();
        HttpResponse<String> whole = doctor.get(DOCUMENT);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(doctor.with("Range", "bytes=0-1").get(DOCUMENT).statusCode()).isEqualTo(206);
        assertThat(doctor.with("Range", "bytes=90-").get(DOCUMENT).statusCode()).isEqualTo(416);
        String tag = whole.headers().firstValue("etag").orElseThrow();
        assertThat(doctor.with("If-None-Match", tag).get(DOCUMENT).statusCode()).isEqualTo(304);
    }

    @Test
    void caseIsOfferedAndRightsAreChanged() {
        openHouse();

        assertThat(doctor.post(ACCESS + "/handovers", HANDOVER).statusCode()).isEqualTo(201);
        assertThat(holder.send("PATCH", "/v1/patients/" + House.PATIENT + "/rights", "{\"blocked\":[\"10007654321\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusalsByLawAreAsDescribed() {
        house.window = Example.window(false);
        house.sighting = Example.sighting(new PatientRights(true, false, false, Set.of()));
        refused(403, "opposed");
        house.sighting = Example.sighting(new PatientRights(false, false, false, Set.of("801234567897")));
        refused(403, "blocked");
        house.sighting = Example.sighting(true, RecordStatus.OPEN, PatientRights.NONE);
        refused(403, "patient-deceased");
        house.sighting = Example.sighting(false, RecordStatus.CLOSED, PatientRights.NONE);
        refused(403, "record-closed");
        house.sighting = Example.sighting(false, RecordStatus.NONE, PatientRights.NONE);
        refused(404, "no-record");
        house.sighting = Future.succeededFuture(Sighting.NOBODY);
        refused(404, "patient-unknown");
    }

    private void refused(int status, String slug) {
        problem(doctor.post(AccessResource.PATH, Bodies.REGULATION), status, slug);
        problem(doctor.get(ACCESS), status, slug);
    }

    @Test
    void callersWithoutEntitlementAreRefusedAsDescribed() {
        problem(holder.post(AccessResource.PATH, Bodies.REGULATION), 403, "not-entitled");
        problem(doctor.get("/v1/patients/" + House.PATIENT + "/rights"), 403, "not-entitled");
    }

    @Test
    void incompleteStatementsAreRefusedAsDescribed() {
        problem(open("\"unableToConsent\":true,", ""), 422, "attestation-missing");
        problem(open("trouvé au sol", "?"), 422, "reason-missing");
        problem(open("bris_de_glace", "centre_15"), 422, "case-missing");
        problem(open("279035121518989", "279035121518980"), 422, "ins-invalid");
    }

    private HttpResponse<String> open(String part, String instead) {
        assertThat(Bodies.BREAK_GLASS).contains(part);
        return doctor.post(AccessResource.PATH, Bodies.BREAK_GLASS.replace(part, instead));
    }

    @Test
    void endedWindowsAndThoseOfOthersAreAsDescribed() {
        problem(doctor.get(ACCESS), 404, "not-found");
        problem(doctor.get(AccessResource.PATH + "/1-1-1-1-1"), 404, "not-found");
        problem(doctor.post(CLAIM, ""), 404, "not-found");
        house.window = Example.window(true);
        problem(doctor.get(ACCESS), 410, "access-ended");
        problem(doctor.post(ACCESS + "/handovers", HANDOVER), 410, "access-ended");
    }

    @Test
    void answerThatIsNotDescribedIsSeen() {
        openHouse();
        house.journal = List.of();
        HttpResponse<String> answer = holder.get("/v1/patients/" + House.PATIENT + "/journal");

        assertThatThrownBy(() -> ContractCheck.ofDocument().check(new Altered(answer, 200, "{\"entries\":[]}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("next");
        assertThatThrownBy(() -> ContractCheck.ofDocument()
                        .check(new Altered(answer, 200, "{\"entries\":[],\"next\":null,\"total\":0}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("total");
        assertThatThrownBy(() -> ContractCheck.ofDocument().check(new Altered(answer, 418, answer.body())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("418");
    }
}
