package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use which mode (CSP L.1111-17, L.1111-18; line 1 of the decision table). */
@OnStack
class PersonasTest {
    private final Stack stack;
    private final Ins patient;

    PersonasTest(Stack stack) {
        this.stack = stack;
        this.patient = stack.ordinary().file().ins();
    }

    @ParameterizedTest
    @CsvSource({
        "regulateur, centre_15",
        "regulateur2, centre_15",
        "regulateur-samu75, centre_15",
        "regulateur-0001, centre_15",
        "regulateur, bris_de_glace",
        "regulateur2, bris_de_glace",
        "regulateur-samu75, bris_de_glace",
        "urgentiste, bris_de_glace",
        "infirmier, bris_de_glace",
        "medecin-traitant, bris_de_glace"
    })
    void entitledProfessionalOpensTheRecord(String name, String mode) throws IOException {
        Answer answer = stack.as(name).open(Asking.in(mode, patient));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject entry = Journal.of(stack, patient).entry(answer.id());
        assertThat(entry.getString("kind")).isEqualTo("opened");
        assertThat(entry.getString("mode")).isEqualTo(mode);
        assertThat(entry.getString("structure"))
                .isEqualTo(stack.as(name).persona().structure().organisation());
        assertThat(entry.getJsonObject("professional").getString("id"))
                .isEqualTo(stack.as(name).nationalId());
    }

    @ParameterizedTest
    @CsvSource({
        "arm, centre_15",
        "urgentiste, centre_15",
        "infirmier, centre_15",
        "medecin-traitant, centre_15",
        "medecin-travail, centre_15",
        "portal, centre_15",
        "privacy-officer, centre_15",
        "operator, centre_15",
        "arm, bris_de_glace",
        "medecin-travail, bris_de_glace",
        "portal, bris_de_glace",
        "privacy-officer, bris_de_glace",
        "operator, bris_de_glace"
    })
    void whoeverIsNotEntitledIsRefusedAndThePatientCanReadIt(String name, String mode) throws IOException {
        Answer answer = stack.as(name).open(Asking.in(mode, patient));
        JsonObject entry = Refused.told(stack, patient, answer, 403, "not-entitled");
        assertThat(entry.getString("structure"))
                .isEqualTo(stack.as(name).persona().structure().organisation());
        assertThat(entry.getString("expiresAt")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"centre_15", "bris_de_glace"})
    void holderDoesNotOpenTheirOwnRecordByEmergency(String mode) throws IOException {
        Answer answer = stack.holder(patient).open(Asking.in(mode, patient));
        Refused.told(stack, patient, answer, 403, "not-entitled");
    }

    @Test
    void refusalSaysTheLawInFrenchAndInEnglishOnDemand() throws IOException {
        Caller assistant = stack.as("arm");
        Answer french = assistant.open(Asking.regulation(patient));
        assertThat(french.header("content-language")).isEqualTo("fr");
        assertThat(french.json().getString("title")).isEqualTo("Non habilité");
        Answer english = assistant.send(assistant
                .opening()
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en-GB,en;q=0.8,fr;q=0.2")
                .POST(BodyPublishers.ofString(Asking.regulation(patient).encode())));
        Refused.recorded(english, 403, "not-entitled");
        assertThat(english.header("content-language")).isEqualTo("en");
        assertThat(english.json().getString("title")).isEqualTo("Not entitled");
        assertThat(english.json().getString("detail")).contains("L.1111-18").contains("recorded");
    }
}
