package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.PatientRights;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a proxy in front of us and we could understand differently are understood by nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbiguityTest {
    private static final String DOCUMENTS = AccessResource.PATH + "/" + Example.ACCESS + "/documents";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());

    @BeforeEach
    void open() {
        house.records.clear();
        house.sighting = Example.sighting(PatientRights.NONE);
        house.window = Example.window(false);
        house.documents = List.of(Example.document());
    }

    @AfterAll
    void close() {
        doctor.close();
        house.close();
    }

    private String raw(String method, String path, String... headers) {
        return house.raw(method + " " + path + " HTTP/1.1\r\nAuthorization: " + House.doctor() + "\r\n"
                + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n" + Bodies.REGULATION);
    }

    private String opening(String header) {
        return raw(
                "POST",
                AccessResource.PATH,
                "Host: localhost",
                "Content-Length: " + Bodies.REGULATION.length(),
                "Content-Type: application/json",
                header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer x",
                "authorization:",
                "Content-Type: application/json",
                "Host: localhost",
                "Idempotency-Key: one\r\nIdempotency-Key: two",
                "Range: bytes=0-1\r\nRange: bytes=2-3",
                "If-Range: \"a\"\r\nIf-Range: \"b\"",
                "X-Access-Id: a\r\nX-Access-Id: b"
            })
    void whatMayBeSaidOnceIsNotSaidTwice(String header) {
        assertThat(opening(header)).startsWith("HTTP/1.1 400 ").contains("problem:malformed");
        assertThat(house.records).isEmpty();
        assertThat(opening("X: said once")).containsPattern("^HTTP/1.1 20[01] ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/openapi.yaml",
                "/./openapi.yaml",
                "/v1/../openapi.yaml",
                "/v1/%2e%2e/openapi.yaml",
                "/v1/.%2E/openapi.yaml",
                "/log/tile/../../openapi.yaml",
                "/log/tile/..%2f..%2fkey",
                "/log/tile/%2e%2e/key",
                "/log//key",
                "/log/key/",
                "/log/key/.",
                "/log/key;x=1",
                "/log/key%00",
                "/log/KEY",
                "/LOG/key",
                "/log\\key",
                "/log%5ckey",
                "/log%2Fkey",
                "/fhir/../log/key"
            })
    void resourceHasOnePath(String path) {
        assertThat(raw("GET", path, "Host: localhost"))
                .startsWith("HTTP/1.1 404 ")
                .containsAnyOf("problem:not-found", "OperationOutcome");
    }

    @Test
    void parameterThatIsThereTwiceIsMalformed() {
        String cursor = "cursor=" + "A".repeat(22);
        assertThat(doctor.get(DOCUMENTS + "?" + cursor).statusCode()).isEqualTo(200);
        problem(doctor.get(DOCUMENTS + "?" + cursor + "&" + cursor), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2E%2E", "..", "."})
    void nobodyLeavesTheWindowByItsPath(String step) {
        assertThat(raw("GET", DOCUMENTS + "/" + step, "Host: localhost")).startsWith("HTTP/1.1 404 ");
        assertThat(house.records).isEmpty();
    }

    @Test
    void methodIsTheOneOfTheRequestLine() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(doctor.with(header, "DELETE").get(DOCUMENTS).statusCode())
                    .isEqualTo(200);
        }
        problem(doctor.with("X-HTTP-Method-Override", "GET").post(DOCUMENTS, "{}"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "TRACE", "OPTIONS", "PROPFIND", "get"})
    void answerToAnotherMethodLeavesTheConnectionInStep(String method) {
        String answers = house.raw(method + " /log/key HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "GET /log/key HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 405 ").containsOnlyOnce("HTTP/1.1 200 ");
        assertThat(answers.substring(answers.indexOf("HTTP/1.1 200 "))).contains("\r\n\r\n");
    }

    @Test
    void expectationThatNobodyMeetsIsAProblem() {
        assertThat(opening("Expect: the-impossible")).contains("problem:malformed");
        assertThat(house.records).isEmpty();
    }
}
