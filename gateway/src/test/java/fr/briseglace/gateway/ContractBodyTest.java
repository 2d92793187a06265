package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.briseglace.gateway.Problem.BodyError;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that the contract reads, and what it says of those it does not. */
class ContractBodyTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Map<String, Clause> CLAUSES =
            Contract.load(VERTX).await().clauses();

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    private static List<BodyError> faults(String operation, String body) {
        Clause clause = Objects.requireNonNull(CLAUSES.get(operation));
        Problem problem = Objects.requireNonNull(
                        catchThrowableOfType(ProblemException.class, () -> clause.read(Buffer.buffer(body))))
                .problem();
        assertThat(problem.slug()).isEqualTo(Slug.MALFORMED);
        assertThat(problem.toString()).doesNotContain("SECRET");
        return problem.errors();
    }

    @ParameterizedTest
    @CsvSource({
        "changeRights, '{\"blocked\":[\"SECRET\"]}', /blocked/0, forme",
        "changeRights, '{\"blocked\":[\"10007654321\\n\"]}', /blocked/0, forme",
        "changeRights, '{\"blocked\":[1]}', /blocked/0, type",
        "changeRights, '{\"blocked\":\"SECRET\"}', /blocked, type",
        "changeRights, '{\"regulationOpposed\":null}', /regulationOpposed, type",
        "changeRights, '{\"SECRET\":true}', '', inconnu",
        "changeRights, '[]', '', strict",
        "changeRights, '{\"blocked\":[],\"blocked\":[]}', '', strict",
        "offerHandover, '{}', /to, obligatoire",
        "offerHandover, '{\"to\":{}}', /to/rpps, obligatoire",
        "offerHandover, '{\"to\":{\"rpps\":\"10007654321\",\"SECRET\":1}}', /to, inconnu",
        "offerHandover, '{\"to\":{\"rpps\":\"1000765432\"}}', /to/rpps, forme",
        "searchPatients, '{\"mode\":\"centre_15\"}', '', choix",
        "searchPatients, '{\"mode\":\"centre_15\",\"phone\":\"1\",\"provisional\":\"SECRET\"}', '', choix",
        "searchPatients, '{\"mode\":\"centre_15\",\"traits\":{\"birthName\":\"SECRET\",\"givenName\":\"SECRET\"}}', /traits/birthDate, obligatoire",
        "openAccess, '{\"mode\":\"SECRET\",\"patient\":{\"ins\":{\"value\":\"1\",\"oid\":\"1\"}}}', /mode, liste",
        "openAccess, '{\"mode\":\"centre_15\",\"caseId\":\"SECRET\\n\",\"patient\":{\"ins\":{\"value\":\"1\",\"oid\":\"1\"}}}', /caseId, admis"
    })
    void wrongPlaceIsNamedOnceAndNothingIsEchoed(String operation, String body, String pointer, String word) {
        assertThat(faults(operation, body)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message().french()).contains(word);
            assertThat(fault.message().english()).isNotEqualTo(fault.message().french());
        });
    }

    @Test
    void everyWrongPlaceIsNamed() {
        assertThat(faults("changeRights", "{\"breakGlassOpposed\":1,\"maskedInEmergency\":\"\",\"x\":[]}"))
                .extracting(BodyError::pointer)
                .containsExactlyInAnyOrder("/breakGlassOpposed", "/maskedInEmergency", "");
    }

    @Test
    void listIsNotLongerThanDescribed() {
        String ids = "\"10007654321\",".repeat(200);
        Clause clause = Objects.requireNonNull(CLAUSES.get("changeRights"));

        assertThat(clause.read(Buffer.buffer("{\"blocked\":[" + ids.substring(0, ids.length() - 1) + "]}"))
                        .getJsonArray("blocked"))
                .hasSize(200);
        assertThat(faults("changeRights", "{\"blocked\":[" + ids + "\"10007654321\"]}"))
                .extracting(BodyError::pointer)
                .containsExactly("/blocked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10007654321", "810007654321"})
    void professionalIsGivenBareOrByNationalId(String id) {
        Clause clause = Objects.requireNonNull(CLAUSES.get("offerHandover"));

        assertThat(clause.read(Buffer.buffer("{\"to\":{\"rpps\":\"" + id + "\"}}"))
                        .getJsonObject("to")
                        .getString("rpps"))
                .isEqualTo(id);
    }
}
