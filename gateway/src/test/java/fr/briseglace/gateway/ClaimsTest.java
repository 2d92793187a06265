package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final Structure HOUSE = new Structure("1440000001", "SAMU 44", StructureKind.SAMU);

    private static JsonObject professional() {
        return new JsonObject()
                .put("sub", "f:1:801234567897")
                .put("SubjectNameID", "801234567897")
                .put("preferred_username", "801234567897")
                .put("given_name", "CAMILLE")
                .put("family_name", "EXEMPLE")
                .put("SubjectRole", new JsonArray().add("10^1.2.250.1.213.1.1.5.5"))
                .put("Acces_Regulation_Medicale", "VRAI")
                .put("SubjectRefPro", exercises("SM26"));
    }

    private static JsonObject exercises(@Nullable Object... specialties) {
        JsonArray exercises = new JsonArray();
        for (Object specialty : specialties) {
            exercises.add(new JsonObject().put("codeProfession", "10").put("codeSavoirFaire", specialty));
        }
        return new JsonObject().put("exercices", exercises);
    }

    private static Caller caller(JsonObject claims) {
        return Claims.caller(claims, HOUSE);
    }

    private static Caller with(String claim, @Nullable Object value) {
        return caller(professional().put(claim, value));
    }

    @Test
    void regulatorIsReadWhole() {
        Caller caller = caller(professional());

        assertThat(caller.role()).isEqualTo(Role.DOCTOR);
        assertThat(caller.id()).isEqualTo("801234567897");
        assertThat(caller.name()).isEqualTo("CAMILLE EXEMPLE");
        assertThat(caller.specialties()).containsExactly("SM26");
        assertThat(caller.regulationEntitled()).isTrue();
        assertThat(caller.structure()).isEqualTo(HOUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "10, DOCTOR",
        "21, PHARMACIST",
        "50, MIDWIFE",
        "60, NURSE",
        "40, OTHER_PROFESSIONAL",
        "1, OTHER_PROFESSIONAL",
        "'10 ', OTHER_PROFESSIONAL"
    })
    void professionMakesTheRole(String code, Role role) {
        assertThat(with("SubjectRole", new JsonArray().add(code + "^1.2.250")).role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "patient, HOLDER",
        "portal, PORTAL",
        "regulation-assistant, REGULATION_ASSISTANT",
        "privacy-officer, PRIVACY_OFFICER",
        "operator, OPERATOR"
    })
    void namedRoleGoesBeforeTheProfession(String word, Role role) {
        assertThat(with("role", word).role()).isEqualTo(role);
        assertThat(caller(new JsonObject().put("sub", "somebody").put("role", word))
                        .role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"doctor", "nurse", "midwife", "pharmacist", "other-professional", "DOCTOR", "admin", "", "none"})
    void wordAloneMakesNobodyAProfessional(String word) {
        assertThat(with("role", word).role()).isEqualTo(Role.NONE);
        assertThat(caller(new JsonObject().put("sub", "somebody").put("role", word))
                        .role())
                .isEqualTo(Role.NONE);
    }

    @Test
    void holderIsTheirMatriculeAndAnybodyElseTheirSubject() {
        JsonObject claims = new JsonObject().put("sub", "pseudonym").put("ins", "279035121518989");

        assertThat(caller(claims.copy().put("role", "patient")).id()).isEqualTo("279035121518989");
        assertThat(caller(claims.copy().put("role", "portal")).id()).isEqualTo("pseudonym");
        assertThat(caller(new JsonObject().put("role", "patient").put("sub", "pseudonym"))
                        .id())
                .isEmpty();
    }

    @Test
    void withoutANationalIdNobodyIsEntitledToRegulate() {
        JsonObject claims = professional();
        claims.remove("SubjectNameID");

        Caller caller = caller(claims);
        assertThat(caller.role()).isEqualTo(Role.NONE);
        assertThat(caller.regulationEntitled()).isFalse();
    }

    static Stream<Object> notEntitled() {
        return Stream.of("vrai", "Vrai", "VRAI ", " VRAI", "true", "FAUX", "", true, 1, new JsonArray().add("VRAI"));
    }

    @ParameterizedTest
    @MethodSource
    void notEntitled(Object value) {
        assertThat(with("Acces_Regulation_Medicale", value).regulationEntitled())
                .isFalse();
    }

    @Test
    void everySpecialtyCountsSoThatNoneCanHideTheOccupationalOne() {
        assertThat(with("SubjectRefPro", exercises("SM54", "SM25")).specialties())
                .containsExactlyInAnyOrder("SM54", "SM25");
    }

    static Stream<Object> wrongTypes() {
        return Stream.of(
                1,
                true,
                List.of(),
                new JsonArray().addNull(),
                new JsonArray().add(10).add(new JsonObject()).add("^").add("10"),
                new JsonObject(),
                new JsonObject().put("exercices", 1),
                new JsonObject().put("exercices", new JsonArray().addNull().add(1)),
                exercises(1, null, true, "x".repeat(21), "SM\u0000"),
                "\u0000",
                " ");
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void claimOfTheWrongTypeCountsAsNone(Object value) {
        assertThat(with("SubjectRole", value).role()).isEqualTo(Role.NONE);
        assertThat(with("SubjectRefPro", value).specialties()).isEmpty();
        assertThat(with("SubjectNameID", value).role()).isEqualTo(Role.NONE);
        assertThat(with("role", value).role()).isEqualTo(Role.NONE);
        assertThat(with("given_name", value).name()).isEqualTo("EXEMPLE");
    }

    @Test
    void identifierIsUsedWholeOrNotAtAll() {
        assertThat(with("SubjectNameID", "8".repeat(101)).role()).isEqualTo(Role.NONE);
        assertThat(with("SubjectNameID", "80123\r\n4567").role()).isEqualTo(Role.NONE);
    }

    @Test
    void overlongNameIsCutBetweenCharacters() {
        assertThat(with("given_name", "x".repeat(500)).name()).isEqualTo("x".repeat(120));
        assertThat(with("given_name", "x" + "😀".repeat(500)).name()).isEqualTo("x" + "😀".repeat(119));
    }

    @Test
    void nameFallsBackToTheUserName() {
        JsonObject claims = professional();
        claims.remove("given_name");
        claims.remove("family_name");

        assertThat(caller(claims).name()).isEqualTo("801234567897");
        assertThat(caller(claims.put("preferred_username", "a\u001b[2J")).name())
                .isEmpty();
    }
}
