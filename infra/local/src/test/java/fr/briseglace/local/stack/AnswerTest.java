package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answer to an access that is granted, member by member. */
@OnStack
class AnswerTest {
    private static final String PATH = "/v1/emergency-accesses/";
    private static final int LEAF_BYTES = 32;
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final Stack stack;

    AnswerTest(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"centre_15, PT4H", "bris_de_glace, PT1H"})
    void answerHasAllMembersInTheirOrder(String mode, Duration window) throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.in(mode, file.ins());
        Answer answer = stack.as("regulateur").open(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject json = answer.json();
        assertThat(json.fieldNames())
                .containsExactly(
                        "id",
                        "mode",
                        "caseId",
                        "openedAt",
                        "expiresAt",
                        "degraded",
                        "patient",
                        "summary",
                        "documents",
                        "trace",
                        "snapshot");
        assertThat(UUID.fromString(answer.id()).version()).isEqualTo(7);
        assertThat(json.getString("mode")).isEqualTo(mode);
        assertThat(json.getString("caseId")).isEqualTo(body.getString("caseId"));
        assertThat(json.getBoolean("degraded")).isFalse();
        assertThat(json.getString("openedAt")).matches(TIME);
        assertThat(json.getString("expiresAt")).matches(TIME);
        assertThat(Duration.between(json.getInstant("openedAt"), json.getInstant("expiresAt")))
                .isEqualTo(window);
        assertThat(json.getString("documents")).isEqualTo(PATH + answer.id() + "/documents");
    }

    @Test
    void answerIsNotStoredAnywhereAndSaysWhereItIs() throws IOException {
        Answer answer = open(stack.ordinary().file());
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.header("location")).endsWith(PATH + answer.id());
    }

    /** The second time each form comes as it was kept when it was first asked for. */
    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "application/fhir+json, application/fhir+json",
        "text/html, text/html; charset=utf-8"
    })
    void answerComesCompressedToWhoeverAcceptsIt(String accept, String mediaType) throws IOException {
        Caller caller = stack.as("regulateur");
        PatientFile file = stack.ordinary().file();
        for (int i = 0; i < 2; i++) {
            HttpRequest.Builder opening = caller.opening()
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("Accept", accept);
            BodyPublisher body =
                    BodyPublishers.ofString(Asking.regulation(file.ins()).encode());
            Answer plain = caller.send(opening.copy().POST(body));
            Answer packed =
                    caller.send(opening.copy().header("Accept-Encoding", "gzip").POST(body));
            assertThat(packed.header("content-type")).isEqualTo(mediaType).isEqualTo(plain.header("content-type"));
            assertThat(packed.header("content-encoding")).isEqualTo("gzip");
            assertThat(plain.header("content-encoding")).isEmpty();
        }
    }

    @Test
    void traceIsTheHashOfALeafAndEachAccessHasItsOwn() throws IOException {
        PatientFile file = stack.ordinary().file();
        Set<String> leaves = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            JsonObject trace = open(file).json().getJsonObject("trace");
            assertThat(trace.fieldNames()).containsExactly("leaf", "proof");
            assertThat(Base64.getDecoder().decode(trace.getString("leaf"))).hasSize(LEAF_BYTES);
            leaves.add(trace.getString("leaf"));
        }
        assertThat(leaves).hasSize(3);
    }

    @Test
    void recordComesFromTheStoreFirstAndFromNearbyThen() throws IOException {
        PatientFile file = stack.ordinary().file();
        Instant before = Instant.now().minusMillis(1);
        JsonObject first = open(file).json().getJsonObject("snapshot");
        JsonObject second = open(file).json().getJsonObject("snapshot");
        assertThat(first.getString("source")).isEqualTo("store");
        assertThat(second.getString("source")).isEqualTo("near");
        assertThat(second.getString("asOf")).isEqualTo(first.getString("asOf"));
        assertThat(first.getInstant("asOf")).isBetween(before, Instant.now());
    }

    @Test
    void patientIsWhoTheyAre() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject patient = open(file).json().getJsonObject("patient");
        assertThat(patient.fieldNames())
                .containsExactly(
                        "ins",
                        "birthName",
                        "givenNames",
                        "usedName",
                        "birthDate",
                        "sex",
                        "birthPlace",
                        "identityStatus");
        assertThat(patient.getJsonObject("ins"))
                .isEqualTo(new JsonObject()
                        .put("value", file.ins().value())
                        .put("oid", file.ins().oid()));
        assertThat(patient.getString("birthName")).isEqualTo(file.identity().birthName());
        assertThat(patient.getJsonArray("givenNames"))
                .isEqualTo(new JsonArray(file.identity().givenNames()));
        assertThat(patient.getString("usedName")).isEqualTo(file.identity().usedName());
        assertThat(patient.getString("birthDate"))
                .isEqualTo(file.identity().birthDate().toString());
        assertThat(patient.getString("sex")).isEqualTo(file.identity().sex().name());
        assertThat(patient.getString("birthPlace")).isEqualTo(file.identity().birthPlace());
        assertThat(patient.getString("identityStatus")).isEqualTo("qualified");
    }

    @Test
    void identityThatIsNotValidatedIsSaidToBeProvisional() throws IOException {
        PatientFile file = stack.patient(Situation.PROVISIONAL_IDENTITY).file();
        assertThat(file.identity().status()).isEqualTo(IdentityStatus.PROVISIONAL);
        assertThat(open(file).json().getJsonObject("patient").getString("identityStatus"))
                .isEqualTo("provisional");
    }

    @Test
    void twinsAndHomonymsAreNotMixedUp() throws IOException {
        for (Situation other : List.of(Situation.TWIN, Situation.HOMONYM)) {
            PatientFile one = stack.patient(other).file();
            PatientFile before = stack.local().population().file(other.index() - 1);
            assertThat(ins(open(one))).isEqualTo(one.ins().value());
            assertThat(ins(open(before))).isEqualTo(before.ins().value());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {
                "ORDINARY",
                "MINOR",
                "WARD",
                "RESUSCITATION_REFUSED",
                "PREGNANT",
                "NO_KNOWN_ALLERGY",
                "CONTRADICTORY_DOCUMENTS",
                "REPLACED_VERSION",
                "HIDDEN_FROM_PATIENT"
            })
    void summaryIsOfOnePiece(Situation situation) throws IOException {
        Answer answer = open(stack.patient(situation).file());
        SummaryChecks.wholeAndConsistent(answer.summary());
        assertThat(answer.sources()).isNotEmpty();
        assertThat(answer.items()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESUSCITATION_REFUSED, resuscitation-refused",
        "RESUSCITATION_REFUSED, directive-present",
        "PREGNANT, pregnancy",
        "ORDINARY, implant",
        "ORDINARY, anticoagulant",
        "ORDINARY, drug-allergy",
        "ORDINARY, severe-reaction"
    })
    void vitalStripShowsWhatMattersFirst(Situation situation, String flag) throws IOException {
        assertThat(flags(open(stack.patient(situation).file()))).contains(flag);
    }

    @Test
    void noKnownAllergyIsSaidAndSilenceIsNot() throws IOException {
        JsonObject sections =
                open(stack.patient(Situation.NO_KNOWN_ALLERGY).file()).summary().getJsonObject("sections");
        assertThat(sections.getJsonObject("allergies").getString("state")).isEqualTo("declared-none");
        assertThat(sections.stream()
                        .map(section -> ((JsonObject) section.getValue()).getString("state"))
                        .collect(Collectors.toSet()))
                .contains("not-recorded");
    }

    @Test
    void contradictionOfDocumentsIsShown() throws IOException {
        Answer answer = open(stack.patient(Situation.CONTRADICTORY_DOCUMENTS).file());
        assertThat(answer.items()).anyMatch(item -> item.getBoolean("conflict", false));
    }

    @Test
    void supersededVersionIsNotSummarised() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.REPLACED_VERSION);
        assertThat(open(patient.file()).sources()).hasSize(patient.documents().size() - 1);
    }

    private Answer open(PatientFile file) throws IOException {
        return stack.as("regulateur").open(Asking.regulation(file.ins()));
    }

    private static String ins(Answer answer) {
        return answer.json().getJsonObject("patient").getJsonObject("ins").getString("value");
    }

    private static List<String> flags(Answer answer) {
        return Answer.objects(answer.summary().getJsonArray("vital")).stream()
                .map(entry -> entry.getString("flag"))
                .toList();
    }
}
