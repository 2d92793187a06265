package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A patient's journal as its holder reads it.
 *
 * @param entries newest first
 */
record Journal(List<JsonObject> entries) {
    /** All of it, page by page. */
    static Journal of(Stack stack, Ins ins) throws IOException {
        String path = "/v1/patients/" + ins.value() + "/journal";
        List<JsonObject> entries = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = stack.holder(ins).get(next.isEmpty() ? path : path + "?cursor=" + next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            entries.addAll(Answer.objects(page.json().getJsonArray("entries")));
            next = page.json().getString("next");
        }
        return new Journal(entries);
    }

    /** The one entry of an access or a refusal. */
    JsonObject entry(String accessId) {
        List<JsonObject> found = entries.stream()
                .filter(entry -> entry.getString("accessId").equals(accessId))
                .toList();
        assertThat(found).as("entries of access " + accessId).hasSize(1);
        return found.getFirst();
    }

    /** The one entry of an access or a refusal on one page. */
    static JsonObject entry(Answer page, String accessId) {
        return new Journal(Answer.objects(page.json().getJsonArray("entries"))).entry(accessId);
    }

    /** Who was told of an entry: recipients, each once a way. */
    static List<String> told(JsonObject entry) {
        return Answer.objects(entry.getJsonArray("notices")).stream()
                .map(notice -> notice.getString("recipient") + " by " + notice.getString("channel"))
                .toList();
    }
}
