package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.EmergencySummary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds of every summary in the public answer, whoever the patient is. */
final class SummaryChecks {
    private static final List<String> SECTIONS = List.of(
            "allergies",
            "treatments",
            "problems",
            "history",
            "procedures",
            "implants",
            "directives",
            "alerts",
            "pregnancy",
            "bloodGroup",
            "vaccinations",
            "results",
            "vitalSigns",
            "functionalStatus",
            "lifestyle",
            "familyHistory",
            "occupational",
            "hospitalisations",
            "dispensations",
            "carePlan",
            "contacts",
            "organDonation");

    private SummaryChecks() {}

    static void wholeAndConsistent(JsonObject summary) {
        assertThat(summary.fieldNames()).containsExactly("vital", "sections", "sources", "asOf", "notice");
        assertThat(summary.getString("notice")).isEqualTo(EmergencySummary.NOTICE);
        Set<String> sources = sources(summary.getJsonArray("sources"));
        JsonObject sections = summary.getJsonObject("sections");
        assertThat(sections.fieldNames()).containsExactlyElementsOf(SECTIONS);
        Set<String> items = new HashSet<>();
        for (String name : SECTIONS) {
            section(sections.getJsonObject(name), sources, items);
        }
        for (JsonObject entry : Answer.objects(summary.getJsonArray("vital"))) {
            assertThat(entry.fieldNames()).containsExactly("flag", "label", "items");
            assertThat(entry.getString("label")).isNotBlank();
            assertThat(texts(entry.getJsonArray("items"))).isNotEmpty().isSubsetOf(items);
        }
    }

    private static Set<String> sources(JsonArray array) {
        Set<String> ids = new HashSet<>();
        String newer = "9999";
        for (JsonObject source : Answer.objects(array)) {
            assertThat(source.fieldNames()).containsExactly("id", "type", "title", "date", "author", "kind");
            assertThat(source.getJsonObject("author").fieldNames())
                    .containsExactly("name", "profession", "specialty", "id");
            assertThat(source.getString("kind")).isIn("professional", "patient", "insurer");
            assertThat(source.getString("date")).isLessThanOrEqualTo(newer);
            newer = source.getString("date");
            assertThat(ids.add(source.getString("id"))).isTrue();
        }
        return ids;
    }

    private static void section(JsonObject section, Set<String> sources, Set<String> ids) {
        assertThat(section.fieldNames()).containsExactly("state", "items");
        List<JsonObject> items = Answer.objects(section.getJsonArray("items"));
        if (items.isEmpty()) {
            assertThat(section.getString("state")).isIn("declared-none", "not-recorded");
        } else {
            assertThat(section.getString("state")).isEqualTo("recorded");
        }
        for (JsonObject item : items) {
            assertThat(item.fieldNames())
                    .startsWith(
                            "id", "label", "code", "status", "onset", "end", "detail", "severity", "value", "sources");
            assertThat(item.getString("label")).isNotBlank();
            assertThat(texts(item.getJsonArray("sources"))).isNotEmpty().isSubsetOf(sources);
            assertThat(item.getValue("conflict")).isIn(null, true);
            assertThat(ids.add(item.getString("id"))).isTrue();
        }
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
