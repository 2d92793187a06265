package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.RatePolicy;
import fr.briseglace.gateway.limits.Limit;
import fr.briseglace.gateway.limits.LimitSettings;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.StructureKind;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the rules as callers of a single node meet them, without the shared cache. */
class EdgeLimitsTest {
    private static final String ACCESS = AccessResource.PATH + "/" + Example.ACCESS;
    private static final String SEARCHES = "/v1/patient-searches";
    private static final String SEARCH = """
            {"mode":"centre_15","caseId":"c1",
             "traits":{"birthName":"roy","givenName":"julie","birthDate":"1979-03-28"}}""";
    private static final String GLASS_SEARCH = """
            {"mode":"bris_de_glace","attestation":{"unableToConsent":true,"immediateRisk":true},
             "traits":{"birthName":"roy","givenName":"julie","birthDate":"1979-03-28"}}""";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @BeforeEach
    void open() {
        house.sighting = Example.sighting(PatientRights.NONE);
        house.window = Example.window(false);
        house.offer = Example.offer();
        house.documents = List.of(Example.document());
    }

    @AfterEach
    void close() {
        doctor.close();
        holder.close();
        house.close();
    }

    /** As the rules have it but for this one limit. */
    private void limit(Limit limit, long burst) {
        house.limits = LimitSettings.of(
                one -> one == limit
                        ? RatePolicy.perHour(one.usual().name(), burst, 60)
                        : one.usual().times(1_000),
                false);
    }

    private static String told(HttpResponse<String> answer, String policy) {
        String detail = problem(answer, 429, "rate-limited").getString("detail");
        assertThat(detail).contains(policy);
        assertThat(Long.parseLong(answer.headers().firstValue("retry-after").orElse("0")))
                .isPositive();
        assertThat(answer.headers().firstValue("ratelimit").orElse("")).startsWith("\"" + policy + "\";r=");
        return answer.headers().firstValue("ratelimit-policy").orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_PROFESSIONAL, access-professional",
        "ACCESS_STRUCTURE, access-structure",
        "ACCESS_PATIENT, access-patient"
    })
    void openingIsChargedToProfessionalStructureAndPatient(Limit limit, String policy) {
        limit(limit, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                    .isIn(200, 201);
        }
        assertThat(told(doctor.post(AccessResource.PATH, Bodies.REGULATION), policy))
                .isEqualTo("\"" + policy + "\";q=3;w=180");
    }

    @Test
    void whatIsOverALimitIsNeitherDecidedNorRecorded() {
        limit(Limit.ACCESS_PROFESSIONAL, 1);
        doctor.post(AccessResource.PATH, Bodies.REGULATION);
        int recorded = house.records.size();

        HttpResponse<String> granted = doctor.post(AccessResource.PATH, Bodies.REGULATION);
        house.sighting = Example.sighting(new PatientRights(true, true, false, java.util.Set.of()));
        HttpResponse<String> opposed = doctor.post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(problem(granted, 429, "rate-limited").containsKey("accessId"))
                .isFalse();
        told(opposed, "access-professional");
        assertThat(house.records).hasSize(recorded);
    }

    @Test
    void takingACaseOverIsAnAccessToo() {
        limit(Limit.ACCESS_PATIENT, 1);
        String claim = "/v1/handovers/" + Example.ACCESS + "/claim";
        assertThat(doctor.post(claim, "").statusCode()).isIn(200, 201);
        told(doctor.post(claim, ""), "access-patient");
        told(doctor.post(AccessResource.PATH, Bodies.REGULATION), "access-patient");
    }

    @Test
    void claimOfNothingIsChargedToTheCaller() {
        limit(Limit.ACCESS_PROFESSIONAL, 1);
        house.offer = null;
        problem(doctor.post("/v1/handovers/" + new UUID(0, 7) + "/claim", ""), 404, "not-found");
        told(doctor.post("/v1/handovers/" + new UUID(0, 8) + "/claim", ""), "access-professional");
    }

    @Test
    void looksInsideAWindowAreChargedToIt() {
        limit(Limit.DOCUMENTS, 3);
        assertThat(doctor.get(ACCESS).statusCode()).isEqualTo(200);
        assertThat(doctor.get(ACCESS + "/documents").statusCode()).isEqualTo(200);
        assertThat(doctor.get(ACCESS + "/documents/" + Example.DOCUMENT).statusCode())
                .isEqualTo(200);
        int recorded = house.records.size();

        told(doctor.get(ACCESS), "documents");
        told(doctor.get(ACCESS + "/documents"), "documents");
        told(doctor.get(ACCESS + "/documents/" + Example.DOCUMENT), "documents");
        assertThat(house.records).hasSize(recorded);
    }

    @Test
    void windowCanBeClosedAndPassedOnWhateverWasRead() {
        limit(Limit.DOCUMENTS, 1);
        doctor.get(ACCESS);
        told(doctor.get(ACCESS), "documents");

        assertThat(doctor.post(ACCESS + "/handovers", "{\"to\":{\"rpps\":\"10007654321\"}}")
                        .statusCode())
                .isIn(200, 201);
        assertThat(doctor.send("DELETE", ACCESS, "").statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyFillsTheTrailByPassingOnOrClosingOverAndOver() {
        limit(Limit.DOCUMENTS, 2);
        String offer = "{\"to\":{\"rpps\":\"10007654321\"}}";
        for (int i = 0; i < 2; i++) {
            doctor.post(ACCESS + "/handovers", offer);
            doctor.send("DELETE", ACCESS, "");
        }
        int recorded = house.records.size();

        told(doctor.post(ACCESS + "/handovers", offer), "documents");
        told(doctor.send("DELETE", ACCESS, ""), "documents");
        assertThat(house.records).hasSize(recorded);
    }

    @Test
    void nobodyUsesUpTheWindowOfAnother() {
        limit(Limit.DOCUMENTS, 1);
        holder.get(ACCESS);
        told(holder.get(ACCESS), "documents");

        assertThat(doctor.get(ACCESS).statusCode()).isEqualTo(200);
    }

    @Test
    void searchThatFindsOneCostsOne() {
        limit(Limit.SEARCH_PROFESSIONAL, 4);
        house.search.patients.add(SearchEdgeTest.found(1));
        assertThat(answered(SEARCH)).isEqualTo(4);
    }

    @Test
    void searchThatFindsNobodyCostsTwo() {
        limit(Limit.SEARCH_PROFESSIONAL, 4);
        assertThat(answered(SEARCH)).isEqualTo(2);
    }

    @Test
    void searchThatFindsSeveralCostsThree() {
        limit(Limit.SEARCH_PROFESSIONAL, 6);
        house.search.patients.add(SearchEdgeTest.found(1));
        house.search.patients.add(SearchEdgeTest.found(2));
        assertThat(answered(SEARCH)).isEqualTo(2);
    }

    @Test
    void searchBeforeBreakingTheGlassHasTheStrictestLimit() {
        limit(Limit.SEARCH_BREAK_GLASS, 3);
        house.search.patients.add(SearchEdgeTest.found(1));
        assertThat(answered(GLASS_SEARCH)).isEqualTo(3);
        told(doctor.post(SEARCHES, GLASS_SEARCH), "search-break-glass");
        assertThat(doctor.post(SEARCHES, SEARCH).statusCode()).isEqualTo(200);
    }

    private int answered(String search) {
        int answered = 0;
        while (answered < 50 && doctor.post(SEARCHES, search).statusCode() != 429) {
            answered++;
        }
        return answered;
    }

    /** Before anything of a token is looked at, and whatever is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/v1/nothing", "/v1/patients/" + House.PATIENT + "/rights"})
    void strangersAreLimitedByAddress(String path) {
        house.limits = LimitSettings.of(
                one -> one == Limit.ANONYMOUS ? RatePolicy.perHour("anonymous", 5, 1) : one.usual(), false);
        try (Visitor stranger = house.passerBy(Version.HTTP_1_1);
                Visitor other = house.passerBy(Version.HTTP_2);
                Visitor forger = house.visitor("Bearer e30.e30.e30")) {
            for (int i = 0; i < 5; i++) {
                assertThat(stranger.send("GET", path, "").statusCode()).isNotEqualTo(429);
            }
            told(other.get("/openapi.yaml"), "anonymous");
            told(forger.get("/v1/patients/" + House.PATIENT + "/rights"), "anonymous");
        }
    }

    @Test
    void thoseWhoShowWhoTheyAreTakeNothingFromTheirAddress() {
        house.limits = LimitSettings.of(
                one -> one == Limit.ANONYMOUS
                        ? RatePolicy.perHour("anonymous", 2, 1)
                        : one.usual().times(1_000),
                false);
        for (int i = 0; i < 20; i++) {
            assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                    .isIn(200, 201);
        }
    }

    @Test
    void inShadowModeNothingIsRefused() {
        house.limits = LimitSettings.of(one -> RatePolicy.perHour(one.usual().name(), 1, 1), true);
        for (int i = 0; i < 5; i++) {
            assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                    .isIn(200, 201);
        }
    }

    @Test
    void limitsThatChangeHoldAtOnce() {
        limit(Limit.ACCESS_PROFESSIONAL, 1);
        doctor.post(AccessResource.PATH, Bodies.REGULATION);
        told(doctor.post(AccessResource.PATH, Bodies.REGULATION), "access-professional");
        limit(Limit.ACCESS_PROFESSIONAL, 10);
        assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                .isIn(200, 201);
    }

    @Test
    void surgeRaisesTheLimitsOfItsStructureTenfold() {
        limit(Limit.ACCESS_PROFESSIONAL, 2);
        assertThat(opened()).isEqualTo(2);
        surge("1440000001", 201);
        assertThat(opened()).isEqualTo(20);
    }

    @Test
    void surgeOfAnotherStructureChangesNothing() {
        limit(Limit.ACCESS_STRUCTURE, 2);
        surge("1750000002", 201);
        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void noSurgeRaisesWhatProtectsThePatient() {
        limit(Limit.ACCESS_PATIENT, 2);
        surge("1440000001", 201);
        assertThat(opened()).isEqualTo(2);
    }

    private int opened() {
        int opened = 0;
        while (opened < 50
                && doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode() != 429) {
            opened++;
        }
        return opened;
    }

    private void surge(String structure, int status) {
        house.kind = StructureKind.OPERATIONS;
        try (Visitor operator = house.visitor(House.operator())) {
            assertThat(operator.post(
                                    "/admin/limits",
                                    "{\"scope\":{\"structure\":\"" + structure
                                            + "\"},\"minutes\":60,\"reason\":\"plan blanc\"}")
                            .statusCode())
                    .isEqualTo(status);
        }
        house.kind = StructureKind.SAMU;
    }

    @Test
    void problemIsInTheCallersLanguage() {
        limit(Limit.ACCESS_PROFESSIONAL, 1);
        doctor.post(AccessResource.PATH, Bodies.REGULATION);
        HttpResponse<String> english =
                doctor.with("Accept-Language", "en").post(AccessResource.PATH, Bodies.REGULATION);
        assertThat(problem(english, 429, "rate-limited").getString("detail"))
                .startsWith("The limit \"access-professional\" is reached.");
    }
}
