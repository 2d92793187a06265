package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticDocument;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Work inside an open window, and what is kept from whom. */
@OnStack
class WindowTest {
    private static final String ACCESSES = "/v1/emergency-accesses/";

    private final Stack stack;

    WindowTest(Stack stack) {
        this.stack = stack;
    }

    private String window(PatientFile file) throws IOException {
        Answer answer = stack.as("regulateur").open(Asking.regulation(file.ins()));
        assertThat(answer.status()).isEqualTo(201);
        return ACCESSES + answer.id();
    }

    private List<JsonObject> documents(String window) throws IOException {
        Answer answer = stack.as("regulateur").get(window + "/documents");
        assertThat(answer.status()).isEqualTo(200);
        return Answer.objects(answer.json().getJsonArray("documents"));
    }

    private Answer delete(Caller caller, String path) throws IOException {
        return caller.send(stack.doors()
                .api(path)
                .header("Authorization", "Bearer " + stack.token(caller.persona()))
                .DELETE());
    }

    private Answer post(Caller caller, String path, JsonObject body) throws IOException {
        return caller.send(stack.doors()
                .api(path)
                .header("Authorization", "Bearer " + stack.token(caller.persona()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    @Test
    void documentsAreListedNewestFirstAndServedAsTheyWereDeposited() throws IOException {
        SyntheticPatient patient = stack.ordinary();
        String window = window(patient.file());
        List<JsonObject> documents = documents(window);
        assertThat(documents).hasSameSizeAs(patient.documents());
        assertThat(documents)
                .extracting(document -> document.getString("date"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        List<String> deposited = patient.documents().stream()
                .map(SyntheticDocument::cda)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
        for (JsonObject document : documents) {
            Answer content = stack.as("regulateur").get(document.getString("content"));
            assertThat(content.status()).isEqualTo(200);
            assertThat(content.header("content-type")).startsWith(document.getString("mime"));
            assertThat(content.header("x-content-type-options")).isEqualTo("nosniff");
            if (document.getString("mime").equals("text/xml")) {
                assertThat(deposited).contains(content.body());
            }
        }
    }

    @Test
    void maskedDocumentIsNowhereAndAnswersLikeOneThatNeverExisted() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.MASKED_DOCUMENT);
        String window = window(patient.file());
        long masked =
                patient.documents().stream().filter(SyntheticDocument::masked).count();
        assertThat(masked).isPositive();
        List<String> visible = ids(documents(window));
        assertThat(visible).hasSize((int) (patient.documents().size() - masked));
        Caller holder = stack.holder(patient.file().ins());
        holder.decide(patient.file().ins(), new JsonObject().put("maskedInEmergency", true));
        List<String> all = ids(documents(window));
        holder.decide(patient.file().ins(), new JsonObject().put("maskedInEmergency", false));
        assertThat(all).hasSameSizeAs(patient.documents());
        String id =
                all.stream().filter(one -> !visible.contains(one)).findFirst().orElseThrow();
        Answer kept = stack.as("regulateur").get(window + "/documents/" + id);
        Answer never = stack.as("regulateur").get(window + "/documents/" + UUID.randomUUID());
        Refused.as(kept, 404, "not-found");
        assertThat(withoutTrace(kept)).isEqualTo(withoutTrace(never));
    }

    private static List<String> ids(List<JsonObject> documents) {
        return documents.stream().map(document -> document.getString("id")).toList();
    }

    private static JsonObject withoutTrace(Answer answer) {
        JsonObject problem = answer.json();
        problem.remove("instance");
        return problem;
    }

    @Test
    void rangesAndTagsAreHonoured() throws IOException {
        String window = window(stack.ordinary().file());
        String content = documents(window).getFirst().getString("content");
        Caller doctor = stack.as("regulateur");
        Answer part = doctor.send(stack.doors()
                .api(content)
                .header("Authorization", "Bearer " + stack.token(doctor.persona()))
                .header("Range", "bytes=0-4"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).hasSize(5);
        assertThat(part.header("content-range")).startsWith("bytes 0-4/");
        Answer behind = doctor.send(stack.doors()
                .api(content)
                .header("Authorization", "Bearer " + stack.token(doctor.persona()))
                .header("Range", "bytes=99999999-"));
        assertThat(behind.status()).isEqualTo(416);
        Answer same = doctor.send(stack.doors()
                .api(content)
                .header("Authorization", "Bearer " + stack.token(doctor.persona()))
                .header("If-None-Match", part.header("etag")));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
    }

    @Test
    void windowOfSomebodyElseDoesNotExist() throws IOException {
        String window = window(stack.ordinary().file());
        for (String other : List.of("regulateur2", "urgentiste", "medecin-travail", "privacy-officer")) {
            Refused.as(stack.as(other).get(window), 404, "not-found");
            Refused.as(stack.as(other).get(window + "/documents"), 404, "not-found");
        }
        Refused.as(stack.as("regulateur").get(ACCESSES + UUID.randomUUID()), 404, "not-found");
        Refused.as(stack.as("regulateur").get(ACCESSES + "nothing"), 404, "not-found");
    }

    @Test
    void closedWindowHasEnded() throws IOException {
        PatientFile file = stack.ordinary().file();
        String window = window(file);
        assertThat(stack.as("regulateur").get(window).status()).isEqualTo(200);
        Answer closed = delete(stack.as("regulateur"), window);
        assertThat(closed.status()).isEqualTo(204);
        Refused.as(stack.as("regulateur").get(window), 410, "access-ended");
        Refused.as(stack.as("regulateur").get(window + "/documents"), 410, "access-ended");
        assertThat(Journal.of(stack, file.ins()).entries())
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("closed", "read", "opened");
    }

    @Test
    void oppositionOfThePatientShutsAnOpenWindow() throws IOException {
        PatientFile file = stack.ordinary().file();
        String window = window(file);
        stack.holder(file.ins()).decide(file.ins(), new JsonObject().put("regulationOpposed", true));
        Refused.as(stack.as("regulateur").get(window), 403, "opposed");
        Refused.as(stack.as("regulateur").get(window + "/documents"), 403, "opposed");
    }

    @Test
    void blockedProfessionalIsShutOutOfTheirOpenWindow() throws IOException {
        PatientFile file = stack.ordinary().file();
        String window = window(file);
        String id = stack.as("regulateur").nationalId();
        stack.holder(file.ins()).decide(file.ins(), new JsonObject().put("blocked", new JsonArray().add(id)));
        Refused.as(stack.as("regulateur").get(window), 403, "blocked");
    }

    @Test
    void caseIsHandedOverAndThePatientIsToldOfTheColleague() throws IOException {
        PatientFile file = stack.ordinary().file();
        String window = window(file);
        Caller colleague = stack.as("regulateur2");
        Answer offer = post(
                stack.as("regulateur"),
                window + "/handovers",
                new JsonObject()
                        .put(
                                "to",
                                new JsonObject()
                                        .put("rpps", colleague.nationalId().substring(1))));
        assertThat(offer.status()).isEqualTo(201);
        String claim = offer.json().getString("claim");
        Refused.as(post(stack.as("urgentiste"), claim, new JsonObject()), 404, "not-found");
        Answer claimed = post(colleague, claim, new JsonObject());
        assertThat(claimed.status()).isEqualTo(201);
        assertThat(claimed.summary()).isNotNull();
        assertThat(Journal.of(stack, file.ins()).entry(claimed.id()).getJsonArray("notices"))
                .isNotEmpty();
        assertThat(colleague.get(ACCESSES + claimed.id()).status()).isEqualTo(200);
    }

    @Test
    void handoverToNobodyIsMalformed() throws IOException {
        String window = window(stack.ordinary().file());
        for (JsonObject body : List.of(
                new JsonObject(),
                new JsonObject().put("to", new JsonObject()),
                new JsonObject().put("to", new JsonObject().put("rpps", "12")),
                new JsonObject()
                        .put("to", new JsonObject().put("rpps", "10100000018").put("more", 1)))) {
            Refused.as(post(stack.as("regulateur"), window + "/handovers", body), 400, "malformed");
        }
    }

    @Test
    void repeatedKeyIsOneAccessAndOneRecord() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.regulation(file.ins());
        Caller doctor = stack.as("regulateur");
        Answer first = doctor.send(doctor.opening()
                .header("Idempotency-Key", "k-" + file.ins().value().hashCode())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
        Answer again = doctor.send(doctor.opening()
                .header("Idempotency-Key", "k-" + file.ins().value().hashCode())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(Journal.of(stack, file.ins()).entries()).hasSize(1);
        Answer other = doctor.send(doctor.opening()
                .header("Idempotency-Key", "k-" + file.ins().value().hashCode())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Asking.regulation(file.ins()).encode())));
        Refused.as(other, 422, "idempotency-mismatch");
    }
}
