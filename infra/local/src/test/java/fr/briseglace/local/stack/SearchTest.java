package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.briseglace.cache.KeyRing;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.local.pki.LocalStructure;
import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.search.CandidateTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a patient without an identifier, from outside. */
@OnStack
class SearchTest {
    private static final String SEARCHES = "/v1/patient-searches";
    private static final String CASE = "fr.health.samu440.DRFR154402600009999";

    private final Stack stack;

    SearchTest(Stack stack) {
        this.stack = stack;
    }

    private static JsonObject regulation() {
        return new JsonObject().put("mode", "centre_15").put("caseId", CASE);
    }

    private static JsonObject glass() {
        return new JsonObject()
                .put("mode", "bris_de_glace")
                .put(
                        "attestation",
                        new JsonObject().put("unableToConsent", true).put("immediateRisk", true));
    }

    private static JsonObject traits(String birthName, String givenName, String birthDate) {
        return new JsonObject()
                .put("birthName", birthName)
                .put("givenName", givenName)
                .put("birthDate", birthDate);
    }

    private static JsonObject traits(PatientFile file) {
        return traits(
                file.identity().birthName(),
                file.identity().givenNames().getFirst(),
                file.identity().birthDate().toString());
    }

    private Answer search(Caller caller, JsonObject body) throws IOException {
        return caller.send("POST", SEARCHES, body);
    }

    private List<JsonObject> found(JsonObject query) throws IOException {
        Answer answer = search(stack.as("regulateur"), regulation().mergeIn(query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        return Answer.objects(answer.json().getJsonArray("candidates"));
    }

    private List<JsonObject> found(String birthName, String givenName, String birthDate) throws IOException {
        return found(new JsonObject().put("traits", traits(birthName, givenName, birthDate)));
    }

    private Answer open(Caller caller, String candidate) throws IOException {
        JsonObject body = Asking.regulation(stack.store().unusedIns());
        return caller.open(body.put("patient", new JsonObject().put("candidate", candidate)));
    }

    @Test
    void candidateHasNoInsAndOpensTheRecordForWhoeverSearched() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERVILLE", "ZOÉ", "ANNE"));
        Answer answer = search(stack.as("regulateur"), regulation().put("traits", traits(file)));
        assertThat(answer.json().getBoolean("truncated")).isFalse();
        assertThat(answer.body()).doesNotContain(file.ins().value());
        JsonObject candidate =
                Answer.objects(answer.json().getJsonArray("candidates")).getFirst();
        assertThat(candidate.fieldNames())
                .containsExactlyInAnyOrder(
                        "token", "birthName", "givenNames", "birthDate", "sex", "birthPlace", "score");
        Answer opened = open(stack.as("regulateur"), candidate.getString("token"));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().getJsonObject("patient").getJsonObject("ins").getString("value"))
                .isEqualTo(file.ins().value());
    }

    @ParameterizedTest
    @CsvSource({
        "L'HÉVÉDER-QUINIOU, ZOÉ, 1971-03-08, 1.0",
        "l heveder quiniou, zoe, 1971-03-08, 1.0",
        "LHEVEDERQUINIOU, ZOE, 1971-03-08, 1.0",
        "L'HÉVÉDER QUINIOU, ANNE, 1971-03-08, 0.95",
        "L'HÉVÉDER QUINIO, ZOÉ, 1971-03-08, 0.8",
        "L'HÉVÉDER QUINIOU, ZÖÉE, 1971-03-08, 0.8",
        "L'HÉVÉDER QUINIOU, ZOÉ, 1971-08-03, 0.8"
    })
    void nameIsFoundHoweverItIsWrittenAndForLessWhereSomethingIsWrong(
            String birthName, String givenName, String birthDate, double score) throws IOException {
        if (found("L'HÉVÉDER QUINIOU", "ZOÉ", "1971-03-08").isEmpty()) {
            stack.store().register(stack.store().somebody("L'HÉVÉDER QUINIOU", "ZOÉ", "ANNE"));
        }
        assertThat(found(birthName, givenName, birthDate))
                .singleElement()
                .satisfies(one -> assertThat(one.getDouble("score")).isCloseTo(score, within(0.001)));
    }

    @ParameterizedTest
    @CsvSource({
        "L'HÉVÉDER QUIN, ZOÉ, 1971-03-08",
        "L'HÉVÉDER QUINIO, ZOÉE, 1971-03-08",
        "L'HÉVÉDER QUINIOU, PAULE, 1971-03-08",
        "L'HÉVÉDER QUINIOU, ZOÉ, 1971-03-09"
    })
    void moreThanOneErrorFindsNobody(String birthName, String givenName, String birthDate) throws IOException {
        assertThat(found(birthName, givenName, birthDate)).isEmpty();
    }

    @Test
    void twinsAreToldApartByTheirGivenNames() throws IOException {
        PatientFile twin = stack.patient(Situation.TWIN).file();
        assertThat(found(new JsonObject().put("traits", traits(twin))))
                .singleElement()
                .satisfies(one -> assertThat(one.getJsonArray("givenNames"))
                        .isEqualTo(new JsonArray(twin.identity().givenNames())));
    }

    @Test
    void homonymsAreAllShownAndToldApartByWhereTheyWereBorn() throws IOException {
        PatientFile homonym = stack.patient(Situation.HOMONYM).file();
        List<JsonObject> both = found(new JsonObject().put("traits", traits(homonym)));
        assertThat(both).hasSize(2);
        assertThat(both).extracting(one -> one.getDouble("score")).containsOnly(1.0);
        assertThat(found(new JsonObject()
                        .put(
                                "traits",
                                traits(homonym)
                                        .put("birthPlace", homonym.identity().birthPlace()))))
                .singleElement()
                .satisfies(one -> assertThat(one.getString("birthPlace"))
                        .isEqualTo(homonym.identity().birthPlace()));
    }

    @Test
    void vagueSearchShowsNobody() throws IOException {
        for (int i = 0; i < 6; i++) {
            stack.store().register(stack.store().somebody("QUERMESNIL", "ROSE"));
        }
        Answer answer =
                search(stack.as("regulateur"), regulation().put("traits", traits("QUERMESNIL", "ROSE", "1971-03-08")));
        assertThat(answer.json())
                .isEqualTo(new JsonObject().put("candidates", List.of()).put("truncated", true));
    }

    @Test
    void telephoneFindsItsHousehold() throws IOException {
        Contacts phone = new Contacts(false, null, "+33698765432", List.of());
        for (String name : List.of("LINE", "MAUD")) {
            PatientFile file = stack.store().somebody("QUERSIN", name);
            stack.store().register(stack.store().file(file.ins(), file.identity(), phone));
        }
        assertThat(found(new JsonObject().put("phone", "06 98 76 54 32"))).hasSize(2);
        assertThat(found(new JsonObject().put("phone", "06 98 76 54 33"))).isEmpty();
    }

    @Test
    void datamatrixFindsItsPatientAndOpensTheRecord() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERVOAZ", "LÉA"));
        String symbol = "IS01S1" + file.ins().value() + "S2" + file.ins().oid()
                + "\u001DS3LEA\u001DS4QUERVOAZ\u001DS5FS608-03-1971S744109";
        assertThat(found(new JsonObject().put("datamatrix", symbol)))
                .singleElement()
                .satisfies(one -> assertThat(one.getDouble("score")).isEqualTo(1));
        JsonObject body = Asking.regulation(file.ins());
        Answer opened = stack.as("regulateur").open(body.put("patient", new JsonObject().put("datamatrix", symbol)));
        assertThat(opened.status()).isEqualTo(201);
        String wrong = symbol.replace(file.ins().value(), file.ins().value().substring(0, 13) + "00");
        Answer refused = search(stack.as("regulateur"), regulation().put("datamatrix", wrong));
        Refused.recorded(refused, 422, "ins-invalid");
    }

    @Test
    void candidateIsNobodyElses() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERBES", "ANOUK"));
        String token =
                found(new JsonObject().put("traits", traits(file))).getFirst().getString("token");
        Refused.recorded(open(stack.as("regulateur2"), token), 404, "not-found");
        Refused.recorded(open(stack.as("regulateur-samu75"), token), 404, "not-found");
        Refused.recorded(open(stack.as("regulateur"), token.substring(1)), 404, "not-found");
        assertThat(open(stack.as("regulateur"), token).status()).isEqualTo(201);
    }

    @Test
    void candidateOfMoreThanFiveMinutesAgoIsNobody() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERQUEVILLE", "AUDE"));
        byte[] keys = Files.readAllBytes(stack.configuration().resolveSibling("cache.keys"));
        CandidateTokens tokens = new CandidateTokens(KeyRing.of(
                Arrays.copyOf(keys, 32),
                List.of(new KeyRing.Key(0, Arrays.copyOfRange(keys, 32, 64))),
                new SecureRandom()));
        fr.briseglace.law.Caller regulator = new fr.briseglace.law.Caller(
                Role.DOCTOR,
                stack.as("regulateur").nationalId(),
                "",
                Set.of(),
                true,
                new Structure(LocalStructure.SAMU_44.id(), "", StructureKind.SAMU));
        Instant now = Instant.now();
        assertThat(open(stack.as("regulateur"), tokens.issue(file.ins(), regulator, now.minusSeconds(240)))
                        .status())
                .isEqualTo(201);
        Refused.recorded(
                open(stack.as("regulateur"), tokens.issue(file.ins(), regulator, now.minusSeconds(301))),
                404,
                "not-found");
    }

    @Test
    void whoeverMayNotOpenInAModeMayNotSearchInItEither() throws IOException {
        JsonObject traits = new JsonObject().put("traits", traits("QUERVILLE", "ZOÉ", "1971-03-08"));
        for (String name : List.of("arm", "urgentiste", "infirmier", "medecin-travail", "portal", "operator")) {
            Refused.recorded(search(stack.as(name), regulation().mergeIn(traits)), 403, "not-entitled");
        }
        for (String name : List.of("arm", "medecin-travail", "portal", "privacy-officer")) {
            Refused.recorded(search(stack.as(name), glass().mergeIn(traits)), 403, "not-entitled");
        }
    }

    @Test
    void glassIsBrokenAfterASearchOnBothAttestationsAlone() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERRIEN", "IRIS"));
        JsonObject traits = new JsonObject().put("traits", traits(file));
        Caller doctor = stack.as("urgentiste");
        Refused.recorded(
                search(doctor, new JsonObject().put("mode", "bris_de_glace").mergeIn(traits)),
                422,
                "attestation-missing");
        Answer half = search(
                doctor,
                glass().put(
                                "attestation",
                                new JsonObject().put("unableToConsent", true).put("immediateRisk", false))
                        .mergeIn(traits));
        Refused.recorded(half, 422, "attestation-missing");
        Answer found = search(doctor, glass().mergeIn(traits));
        String token = found.json().getJsonArray("candidates").getJsonObject(0).getString("token");
        JsonObject access =
                Asking.breakGlass(stack.store().unusedIns()).put("patient", new JsonObject().put("candidate", token));
        assertThat(doctor.open(access).status()).isEqualTo(201);
        Answer regulation = search(
                stack.as("regulateur"),
                new JsonObject().put("mode", "centre_15").mergeIn(traits));
        Refused.recorded(regulation, 422, "case-missing");
    }

    @Test
    void oppositionIsNotToldByASearchButAtAccess() throws IOException {
        PatientFile opposed = stack.patient(Situation.OPPOSED_TO_REGULATION).file();
        JsonObject candidate =
                found(new JsonObject().put("traits", traits(opposed))).getFirst();
        Refused.recorded(open(stack.as("regulateur"), candidate.getString("token")), 403, "opposed");
    }

    @Test
    void braceletIsTiedFoundUntiedAndFoundNoMore() throws IOException {
        PatientFile file = stack.store().register(stack.store().somebody("QUERRY", "NOÉMIE"));
        PatientFile other = stack.store().register(stack.store().somebody("QUERRY", "OLGA"));
        JsonObject bracelet = new JsonObject().put("provisional", "SINUS-44-000777");
        String path = "/v1/provisional-identities/SINUS-44-000777";
        Caller doctor = stack.as("regulateur");
        assertThat(found(bracelet)).isEmpty();
        String token =
                found(new JsonObject().put("traits", traits(file))).getFirst().getString("token");
        Refused.recorded(
                stack.as("regulateur2").send("PUT", path, new JsonObject().put("candidate", token)), 404, "not-found");
        Refused.recorded(
                stack.as("arm").send("PUT", path, new JsonObject().put("candidate", token)), 403, "not-entitled");
        assertThat(found(bracelet)).isEmpty();
        assertThat(doctor.send("PUT", path, new JsonObject().put("candidate", token))
                        .status())
                .isEqualTo(204);
        JsonObject candidate = found(bracelet).getFirst();
        assertThat(candidate.getString("birthName")).isEqualTo("QUERRY");
        assertThat(open(doctor, candidate.getString("token")).status()).isEqualTo(201);
        String another =
                found(new JsonObject().put("traits", traits(other))).getFirst().getString("token");
        Refused.recorded(
                doctor.send("PUT", path, new JsonObject().put("candidate", another)), 409, "identity-ambiguous");
        assertThat(stack.as("urgentiste").send("DELETE", path).status()).isEqualTo(204);
        assertThat(found(bracelet)).isEmpty();
        Refused.recorded(doctor.send("DELETE", path), 404, "not-found");
        Refused.as(doctor.send("DELETE", "/v1/provisional-identities/%2E%2E"), 404, "not-found");
        assertThat(stack.store().rows("select refusal from provisional_refusal where number = 'SINUS-44-000777'"))
                .hasSize(4);
    }

    @Test
    void searchIsOnRecordWithoutWhatWasTyped() throws IOException {
        Ins ins = stack.store().unusedIns();
        stack.store()
                .register(stack.store()
                        .file(
                                ins,
                                new PatientIdentity(
                                        "QUERHOENT",
                                        List.of("SIMONE"),
                                        null,
                                        Store.BORN,
                                        Sex.F,
                                        null,
                                        IdentityStatus.PROVISIONAL),
                                Contacts.NONE));
        found("QUERHOENT", "SIMONE", "1971-03-08");
        String rows = stack.store().rows("select row_to_json(s)::text from search_record s").stream()
                .map(row -> row.getString(0))
                .toList()
                .toString();
        assertThat(rows).doesNotContain("QUERHOENT", "SIMONE", ins.value());
        assertThat(stack.log().text()).doesNotContain("QUERHOENT");
    }
}
