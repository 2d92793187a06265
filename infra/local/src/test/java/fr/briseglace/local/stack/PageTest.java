package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printable answer: the same law and the same record, as one page to be read in ten seconds. */
@OnStack
class PageTest {
    private final Stack stack;

    PageTest(Stack stack) {
        this.stack = stack;
    }

    private Answer open(PatientFile file, String accept) throws IOException {
        Caller doctor = stack.as("regulateur");
        return doctor.send(doctor.opening()
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Asking.regulation(file.ins()).encode())));
    }

    @Test
    void pageShowsThePatientAndWhoOpenedItAndRunsNothing() throws IOException {
        PatientFile file = stack.ordinary().file();
        Answer page = open(file, "text/html");
        assertThat(page.status()).isEqualTo(201);
        assertThat(page.header("content-type")).contains("text/html");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.header("cache-control")).contains("no-store");
        assertThat(page.body())
                .contains(file.identity().birthName(), "SAMU 44", "peut être incomplet", "CAMILLE REGULATION0001")
                .contains("Motif déclaré : <b>M01.02</b> · « retrouvé au pied")
                .doesNotContain("<script");
        assertThat(Journal.of(stack, file.ins()).entries())
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("opened");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|application/json",
                "*/*|application/json",
                "application/json, text/html;q=0.5|application/json",
                "text/html;q=0|application/json",
                "image/png|application/json",
                "text/html, application/json;q=0.9|text/html",
            })
    void callerGetsWhatItPrefers(String accept, String given) throws IOException {
        assertThat(open(stack.ordinary().file(), accept).header("content-type")).contains(given);
    }

    @Test
    void refusalIsAProblemDocumentForAPageToo() throws IOException {
        PatientFile file = stack.patient(Situation.CLOSED_RECORD).file();
        Answer answer = open(file, "text/html");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(new JsonObject(answer.body()).getString("type")).endsWith("record-closed");
    }
}
