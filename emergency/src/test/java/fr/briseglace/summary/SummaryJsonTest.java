package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static String json(SourcedDocument... documents) {
        return new String(SummaryJson.write(Facts.summary(documents)), StandardCharsets.UTF_8);
    }

    @Test
    void allSectionsAreThereInOrderEvenWhereNothingIsKnown() {
        String sections = Arrays.stream(SectionKind.values())
                .map(kind -> "\"" + kind.jsonName() + "\":{\"state\":\"not-recorded\",\"items\":[]}")
                .collect(Collectors.joining(","));
        assertThat(json())
                .isEqualTo("{\"vital\":[],\"sections\":{" + sections + "},\"sources\":[],"
                        + "\"asOf\":\"2026-06-01T08:00:00.000Z\",\"notice\":\"" + EmergencySummary.NOTICE + "\"}");
        assertThat(json())
                .startsWith("{\"vital\":[],\"sections\":{\"allergies\"")
                .contains("\"organDonation\"");
    }

    @Test
    void anItemHasTheFieldsOfTheContract() {
        ClinicalItem item = new ClinicalItem(
                SectionKind.RESULTS,
                "Potassium",
                List.of(new Coding(Terminology.LOINC, "2823-3", "Potassium")),
                List.of(),
                List.of(),
                ItemStatus.COMPLETED,
                new ClinicalDate("2026-05-30"),
                null,
                "Interprétation : haut",
                null,
                new Measure(new BigDecimal("6.10"), "mmol/L"),
                false);
        assertThat(json(Facts.document("a", "2026-05-30", item)))
                .contains("\"results\":{\"state\":\"recorded\",\"items\":[{\"id\":\"i1\",\"label\":\"Potassium\","
                        + "\"code\":{\"system\":\"2.16.840.1.113883.6.1\",\"code\":\"2823-3\",\"display\":\"Potassium\"},"
                        + "\"status\":\"completed\",\"onset\":\"2026-05-30\",\"end\":null,"
                        + "\"detail\":\"Interprétation : haut\",\"severity\":null,"
                        + "\"value\":{\"number\":6.10,\"unit\":\"mmol/L\"},\"sources\":[\"d1\"]}]}")
                .contains("\"sources\":[{\"id\":\"d1\",\"type\":\"SYNTH\",\"title\":\"Document a\","
                        + "\"date\":\"2026-05-30T10:00:00.000Z\",\"author\":{\"name\":null,\"profession\":null,"
                        + "\"specialty\":null,\"id\":null},\"kind\":\"professional\"}]");
    }

    @Test
    void conflictAndYesOrNoAreWritten() {
        ClinicalItem question =
                Facts.item(SectionKind.DIRECTIVES, "Réanimation", Facts.coding(Terminology.LOINC, "75779-9"));
        String json = json(
                Facts.document("a", "2020-01-01", Facts.valued(question, new Answer(false))),
                Facts.document("b", "2024-01-01", Facts.valued(question, new Answer(true))));
        assertThat(json)
                .contains("\"value\":true,\"sources\":[\"d1\"],\"conflict\":true")
                .contains("\"value\":false,\"sources\":[\"d2\"],\"conflict\":true")
                .contains(
                        "{\"flag\":\"resuscitation-refused\",\"label\":\"Réanimation : non autorisé\",\"items\":[\"i2\",\"i1\"]}");
    }
}
