package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.PatientRights;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is chosen by: whoever asks for nonsense gets an answer all the same, and every answer says by what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NegotiationTest {
    private static final String JOURNAL = "/v1/patients/" + House.PATIENT + "/journal";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @BeforeEach
    void open() {
        house.sighting = Example.sighting(PatientRights.NONE);
        house.journal = Example.journal();
    }

    @AfterAll
    void close() {
        doctor.close();
        holder.close();
        house.close();
    }

    private static List<String> chosenBy(HttpResponse<String> answer) {
        return String.join(",", answer.headers().allValues("vary"))
                .toLowerCase(Locale.ROOT)
                .transform(all -> List.of(all.split("\\s*,\\s*", -1)));
    }

    @Test
    void everyAnswerSaysWhatItWasChosenBy() {
        HttpResponse<String> opened = doctor.post(AccessResource.PATH, Bodies.REGULATION);
        assertThat(chosenBy(opened)).containsExactlyInAnyOrder("accept", "accept-encoding");
        assertThat(chosenBy(holder.get(JOURNAL))).containsExactlyInAnyOrder("accept-language", "accept-encoding");
        assertThat(chosenBy(doctor.get("/v1/nowhere")))
                .containsExactlyInAnyOrder("accept", "accept-language", "accept-encoding");
        try (Visitor passerBy = house.passerBy(Version.HTTP_1_1)) {
            assertThat(chosenBy(passerBy.get("/openapi.yaml"))).containsExactly("accept-encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo/bar",
                "*/*;q=nonsense",
                "text/html;q=0",
                "text/html;q=1e999, application/fhir+json;q=-1",
                "application/fhir+json;fhirVersion=5.0",
                ";;;,,,===",
                "text/*",
                "application/json;q=0.0001"
            })
    void whoAcceptsNothingThatIsHereGetsJson(String accept) {
        HttpResponse<String> opened = doctor.with("Accept", accept).post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(opened.statusCode()).isIn(200, 201);
        assertThat(opened.headers().firstValue("content-type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset"})
    void thousandsOfWishesAreNoMoreThanNone(String header) {
        String wishes = "en;q=0.1,".repeat(2_000);

        problem(doctor.with(header, wishes).get("/v1/nowhere"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de, en;q=0.5 | en",
                "en;q=0 | fr",
                "en;q=0, fr;q=0 | fr",
                "fr;q=0.1, en-GB | en",
                "* | fr",
                "en;q=nonsense | fr",
                "fr-CA, en | fr",
                "e | fr"
            })
    void problemIsInTheLanguageThatIsPreferred(String accepted, String language) {
        HttpResponse<String> answer = doctor.with("Accept-Language", accepted).get("/v1/nowhere");

        assertThat(answer.headers().firstValue("content-language")).contains(language);
    }

    @Test
    void wishesOnSeveralLinesAreOneList() {
        String answer = house.raw(String.join(
                "\r\n",
                "GET /v1/nowhere HTTP/1.1",
                "Host: localhost",
                "Accept-Language: de",
                "Accept-Language: en",
                "Accept: text/plain",
                "Accept: application/fhir+json",
                "Connection: close",
                "",
                ""));

        assertThat(answer).contains("content-language: en", "OperationOutcome");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, application/json",
        "HTTP_2, application/json",
        "HTTP_1_1, text/html",
        "HTTP_2, text/html",
        "HTTP_2, application/fhir+json"
    })
    void compressedAnswerIsTheSameAnswer(Version version, String form) throws Exception {
        try (Visitor caller = house.visitor(House.doctor(), version).with("Accept", form)) {
            String plain = caller.post(AccessResource.PATH, Bodies.REGULATION).body();
            for (int time = 1; time <= 2; time++) {
                HttpResponse<byte[]> packed =
                        caller.with("Accept-Encoding", "gzip").bytes(AccessResource.PATH, Bodies.REGULATION);
                assertThat(packed.version()).isEqualTo(version);
                assertThat(packed.headers().allValues("content-encoding")).containsExactly("gzip");
                assertThat(packed.body().length).isLessThan(plain.length());
                try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                    assertThat(sameBut(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)))
                            .isEqualTo(sameBut(plain));
                }
            }
        }
    }

    /** Without what is of one access alone. */
    private static String sameBut(String answer) {
        return answer.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\"(leaf|openedAt|expiresAt)\":\"[^\"]*\"", "$1")
                .replaceAll("\\d{2}:\\d{2}(:\\d{2})?", "time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity;q=0, *;q=0", "br;q=nonsense", "*", "identity"})
    void codingThatIsNotAcceptedIsNotUsed(String accepted) {
        HttpResponse<String> answer = doctor.with("Accept-Encoding", accepted).get("/v1/nowhere");

        if (answer.headers().firstValue("content-encoding").isEmpty()) {
            problem(answer, 404, "not-found");
        } else {
            assertThat(accepted).isEqualTo("*");
        }
    }
}
