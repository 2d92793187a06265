package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge makes of HTTP itself: methods, types, sizes, and what is no HTTP at all. */
class EdgeHttpTest {
    private static final String RIGHTS = "/v1/patients/" + House.PATIENT + "/rights";
    private static final String JOURNAL = "/v1/patients/" + House.PATIENT + "/journal";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @AfterEach
    void close() {
        doctor.close();
        holder.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, POST", "PUT, POST", "DELETE, POST", "PATCH, POST", "OPTIONS, POST", "HEAD, POST"})
    void otherMethodsAreNamedInTheAnswer(String method, String allowed) {
        HttpResponse<String> answer = doctor.send(method, AccessResource.PATH, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allowed);
        if (!method.equals("HEAD")) {
            problem(answer, 405, "method-not-allowed");
        }
    }

    @Test
    void bodyOverEightKibibytesIsTooLarge() {
        String padding = " ".repeat(8 * 1024 - Bodies.REGULATION.length() - 2);
        assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION + padding).statusCode())
                .isEqualTo(404);
        problem(doctor.post(AccessResource.PATH, Bodies.REGULATION + padding + "   "), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/json-patch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/json"
            })
    void bodyThatIsNotJsonByItsOwnWordIsNotRead(String type) {
        problem(
                doctor.with("Content-Type", type).post(AccessResource.PATH, Bodies.REGULATION),
                415,
                "unsupported-media-type");
        problem(holder.with("Content-Type", type).send("PATCH", RIGHTS, "{}"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json ; x=y"
            })
    void jsonIsJsonHoweverItIsWritten(String type) {
        assertThat(holder.with("Content-Type", type).send("PATCH", RIGHTS, "{}").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/patients/%zz/journal HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/patients/%/journal HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET " + JOURNAL + "?cursor=%zz HTTP/1.1\r\nHost: localhost\r\nAuthorization: HOLDER\r\n\r\n",
                "GET " + JOURNAL + "?x=LONG HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: LONG\r\n\r\n",
                "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void whatIsNoHttpIsMalformed(String raw) {
        String answer = house.raw(raw.replace("LONG", "x".repeat(30_000)).replace("HOLDER", House.holder()));

        assertThat(answer)
                .containsPattern("^HTTP/1.[01] 400 ")
                .contains("application/problem+json", "problem:malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/0.9\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: localhost\r\n\r\n",
                "GET /v1/patients SECRET/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * RTSP/1.0\r\nContent-Length: 6\r\n\r\nSECRET",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void anotherProtocolGetsNoAnswerThatWouldRepeatItsName(String raw) {
        assertThat(house.raw(raw)).isEmpty();
        problem(doctor.post(AccessResource.PATH, "{}"), 400, "malformed");
    }
}
