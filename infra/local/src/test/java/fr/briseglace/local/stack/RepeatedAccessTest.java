package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking again for a record whose window is open: the same access, on record as a read, and nobody told twice. */
@OnStack
class RepeatedAccessTest {
    private final Stack stack;

    RepeatedAccessTest(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"centre_15", "bris_de_glace"})
    void sameProfessionalModeAndCaseIsTheSameAccess(String mode) throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.in(mode, file.ins());
        Answer first = stack.as("regulateur").open(body);
        Answer second = stack.as("regulateur").open(body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
        List<JsonObject> entries = Journal.of(stack, file.ins()).entries();
        assertThat(entries).extracting(entry -> entry.getString("kind")).containsExactly("read", "opened");
        assertThat(entries.getFirst().getJsonArray("notices")).isEmpty();
        assertThat(entries.getLast().getJsonArray("notices")).isNotEmpty();
    }

    @Test
    void colleagueCaseAndModeEachMakeAnAccessOfTheirOwn() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject body = Asking.regulation(file.ins());
        assertThat(stack.as("regulateur").open(body).status()).isEqualTo(201);
        assertThat(stack.as("regulateur2").open(body).status()).isEqualTo(201);
        assertThat(stack.as("regulateur").open(Asking.regulation(file.ins())).status())
                .isEqualTo(201);
        assertThat(stack.as("regulateur").open(Asking.breakGlass(file.ins())).status())
                .isEqualTo(201);
    }

    @Test
    void openWindowDoesNotOutliveAnOpposition() throws IOException {
        PatientFile file = stack.patient(Situation.REPLACED_VERSION).file();
        JsonObject body = Asking.breakGlass(file.ins());
        assertThat(stack.as("medecin-traitant").open(body).status()).isEqualTo(201);
        JsonObject opposed = new JsonObject().put("breakGlassOpposed", true);
        stack.holder(file.ins()).decide(file.ins(), opposed);
        Answer refused = stack.as("medecin-traitant").open(body);
        stack.holder(file.ins()).decide(file.ins(), opposed.put("breakGlassOpposed", false));
        Refused.as(refused, 403, "opposed");
    }
}
