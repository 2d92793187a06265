package fr.briseglace.local.idp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private static JsonObject claims(String name) {
        return Claims.of(Objects.requireNonNull(Persona.named(name)));
    }

    private static JsonObject exercise(JsonObject claims) {
        return claims.getJsonObject("SubjectRefPro").getJsonArray("exercices").getJsonObject(0);
    }

    @Test
    void aRegulatorsClaimsAreThoseOfProSanteConnect() {
        JsonObject claims = claims("regulateur");

        assertThat(claims.getString("SubjectNameID")).matches("8\\d{11}");
        assertThat(claims.getString("preferred_username")).isEqualTo(claims.getString("SubjectNameID"));
        assertThat(claims.getJsonArray("SubjectRole")).isEqualTo(new JsonArray().add("10^1.2.250.1.213.1.1.5.5"));
        assertThat(claims.getString("Secteur_Activite")).isEqualTo("SA01^1.2.250.1.71.4.2.4");
        assertThat(claims.getString("SubjectOrganization")).isEqualTo("SAMU 44");
        assertThat(claims.getString("SubjectOrganizationID")).isEqualTo("1440000001");
        assertThat(claims.getString("Acces_Regulation_Medicale")).isEqualTo("VRAI");
        assertThat(claims.getString("authMode")).isEqualTo("CARD");
        assertThat(claims.getString("acr")).isEqualTo("eidas1");
        assertThat(claims.fieldNames()).contains("given_name", "family_name", "sub", "otherIds");
        assertThat(claims.containsKey("role")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "urgentiste,       10, SM59, SA01, S, 440000003",
        "infirmier,        60, '',   SA01, S, 440000003",
        "medecin-traitant, 10, SM26, SA07, L, 440000004",
        "medecin-travail,  10, SM25, SA13, S, 440000005"
    })
    void theExerciseTellsProfessionSpecialtyAndSector(
            String name, String profession, String specialty, String sector, String mode, String finess) {
        JsonObject exercise = exercise(claims(name));
        JsonObject activity = exercise.getJsonArray("activities").getJsonObject(0);

        assertThat(exercise.getString("codeProfession")).isEqualTo(profession);
        assertThat(exercise.getString("codeCategorieProfessionnelle")).isEqualTo("C");
        assertThat(exercise.getString("codeSavoirFaire")).isEqualTo(specialty);
        assertThat(exercise.getString("codeTypeSavoirFaire")).isEqualTo(specialty.isEmpty() ? "" : "S");
        assertThat(activity.getString("codeSecteurDactivite")).isEqualTo(sector);
        assertThat(activity.getString("codeModeExercice")).isEqualTo(mode);
        assertThat(activity.getString("numeroFinessSite")).isEqualTo(finess);
        assertThat(claims(name).getString("Acces_Regulation_Medicale")).isEqualTo("FAUX");
    }

    @Test
    void aRegulationAssistantHasARoleAndNoProfession() {
        JsonObject claims = claims("arm");

        assertThat(claims.getString("role")).isEqualTo("regulation-assistant");
        assertThat(claims.getString("SubjectOrganizationID")).isEqualTo("1440000001");
        assertThat(claims.fieldNames()).doesNotContain("SubjectRole", "SubjectRefPro", "SubjectNameID");
    }

    @Test
    void aPatientsSubjectIsAlwaysTheSameAndNotTheIns() {
        Ins ins = new Ins("279035121518989", Ins.TEST);
        JsonObject claims = Claims.of(Persona.patient(ins));

        assertThat(claims.getString("role")).isEqualTo("patient");
        assertThat(claims.getString("ins")).isEqualTo(ins.value());
        assertThat(claims.getString("ins_oid")).isEqualTo(Ins.TEST);
        assertThat(claims.getString("sub"))
                .isEqualTo(Claims.of(Persona.patient(ins)).getString("sub"))
                .doesNotContain(ins.value());
    }
}
