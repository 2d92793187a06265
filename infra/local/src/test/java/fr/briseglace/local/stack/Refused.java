package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.UUID;

/** What every refusal has to be. */
final class Refused {
    private Refused() {}

    /** A problem document of the contract, and nothing else. */
    static void as(Answer answer, int status, String slug) {
        assertThat(answer.slug()).as(answer.body()).isEqualTo(slug);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        JsonObject problem = answer.json();
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).isNotBlank();
        assertThat(problem.fieldNames())
                .isSubsetOf("type", "title", "status", "detail", "instance", "accessId", "errors");
    }

    /** A recorded refusal of somebody whom the store does not know, or who could not be named. */
    static void recorded(Answer answer, int status, String slug) {
        as(answer, status, slug);
        assertThat(UUID.fromString(answer.accessId())).hasToString(answer.accessId());
    }

    /** A refusal that the patient finds in the journal; gives the journal's entry. */
    static JsonObject told(Stack stack, Ins patient, Answer answer, int status, String slug) throws IOException {
        recorded(answer, status, slug);
        assertThat(answer.body()).doesNotContain(patient.value());
        JsonObject entry = Journal.of(stack, patient).entry(answer.accessId());
        assertThat(entry.getString("kind")).isEqualTo("refused");
        assertThat(entry.getString("refusal")).isEqualTo(slug);
        return entry;
    }
}
