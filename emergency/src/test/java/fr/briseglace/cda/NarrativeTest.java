package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarrativeTest {
    private static final String TABLE =
            "<table><thead><tr><th>Date</th><th>Problème</th><th>Remarque</th></tr></thead><tbody>"
                    + "<tr><td>11/08/2019</td><td><content ID=\"a\">Goutte</content></td><td>au genou</td></tr>"
                    + "<tr><td>12/09/2020</td><td>Migraine</td><td>rare</td></tr></tbody></table>";

    @Test
    void rowsWithoutEntriesBecomeItemsWithHeadingsAndDates() {
        List<ClinicalItem> items = Cda.items(Cda.section("11450-4", "P", TABLE));
        assertThat(items).extracting(ClinicalItem::label).containsExactly("Goutte", "Migraine");
        assertThat(items.getLast().detail()).contains("Remarque : rare");
        assertThat(items.getLast().onset()).isEqualTo(new ClinicalDate("2020-09-12"));
    }

    @Test
    void anEntryTakesInItsRowAndTheOtherRowStaysAnItem() {
        List<ClinicalItem> items =
                Cda.items(Cda.section("11450-4", "P", TABLE, Cda.problem("M10", Cda.CIM_10, "Goutte", "#a", "")));
        assertThat(items).extracting(ClinicalItem::label).containsExactly("Goutte", "Migraine");
        assertThat(items.getFirst().detail()).contains("Remarque : au genou", "Date : 11/08/2019");
        assertThat(items.getFirst().codings()).hasSize(1);
        assertThat(items.getLast().codings()).isEmpty();
    }

    @Test
    void aRowThatAnEntryCoversWithoutPointingAtItIsNotRepeated() {
        String text = "<table><tbody><tr><td>Goutte</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("11450-4", "P", text, Cda.problem("M10", Cda.CIM_10, "Goutte", "#none", ""))))
                .hasSize(1);
    }

    @Test
    void referencesAreFollowedWithOrWithoutTheHash() {
        for (String reference : List.of("#a", "a")) {
            assertThat(Cda.items(Cda.section(
                            "11450-4",
                            "P",
                            "<paragraph ID=\"a\">Goutte sévère</paragraph>",
                            Cda.problem("M10", Cda.CIM_10, "Goutte", reference, ""))))
                    .extracting(ClinicalItem::label)
                    .containsExactly("Goutte sévère");
        }
    }

    @Test
    void aContradictionBetweenNarrativeAndEntryIsShown() {
        String text = "<table><thead><tr><th>Signe</th><th>Observation</th></tr></thead><tbody>"
                + "<tr><td><content ID=\"a\">contention</content></td><td>non</td></tr></tbody></table>";
        String entry = Cda.observation(
                "386423001",
                Cda.SNOMED,
                "contention",
                "<text><reference value=\"#a\"/></text><value xsi:type=\"BL\" value=\"true\"/>");
        assertThat(Cda.items(Cda.section("42545-4", "E", text, entry)))
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).contains("Observation : non"));
    }

    @Test
    void listsParagraphsAndLinesAreKept() {
        String text =
                "<list><item>Asthme</item><item>Eczéma</item></list><paragraph>Rhinite</paragraph>Goutte<br/>au genou";
        assertThat(Cda.items(Cda.section("11450-4", "P", text)))
                .extracting(ClinicalItem::label)
                .containsExactly("Asthme", "Eczéma", "Rhinite", "Goutte / au genou");
    }

    @Test
    void aHeadingGoesWithWhatStandsUnderIt() {
        String text = "<paragraph><content styleCode=\"Bold\">Au long cours :</content></paragraph>"
                + "<table><tbody><tr><td>EXEMPLE 5 mg</td></tr></tbody></table>"
                + "<paragraph><content styleCode=\"Bold\">Vide</content></paragraph>";
        List<ClinicalItem> items = Cda.items(Cda.section("10160-0", "T", text));
        assertThat(items).extracting(ClinicalItem::label).containsExactly("EXEMPLE 5 mg", "Vide");
        assertThat(items.getFirst().detail()).isEqualTo("Rubrique : Au long cours");
        assertThat(items.getLast().detail()).contains("sans contenu");
    }

    @Test
    void aLoneBoldLineIsAFact() {
        assertThat(Cda.items(Cda.section("48765-2", "A", "<content styleCode=\"Bold\">Allergie au latex</content>")))
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).isNull());
    }

    @Test
    void spannedCellsAndContinuedRowsReadAsOne() {
        String text = "<table><thead><tr><th>Produit</th><th colspan=\"3\">Dose</th></tr></thead><tbody>"
                + "<tr><td>EXEMPLE</td><td>de</td><td>2</td><td>cp</td></tr>"
                + "<tr><td>Consigne</td><td colspan=\"3\">au repas</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("10160-0", "T", text))).singleElement().satisfies(item -> {
            assertThat(item.label()).isEqualTo("EXEMPLE");
            assertThat(item.detail()).contains("Dose : de 2 cp", "Consigne : au repas");
        });
    }

    @Test
    void aCellThatSpansRowsBelongsToEachOfThem() {
        String text = "<table><thead><tr><th>Service</th><th>Examen</th></tr></thead><tbody>"
                + "<tr><td rowspan=\"2\">Biologie</td><td>Sodium</td></tr><tr><td>Potassium</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("30954-2", "Titre", text)))
                .extracting(ClinicalItem::detail)
                .containsExactly(
                        "Rubrique : Service ; Examen : Sodium ; Rubrique : Titre",
                        "Rubrique : Service ; Examen : Potassium ; Rubrique : Titre");
    }

    @Test
    void aSectionThatIsOnlyATitleSaysItsTitle() {
        String section = "<section><title>Patient sous protocole</title></section>";
        assertThat(Cda.items(section)).extracting(ClinicalItem::label).containsExactly("Patient sous protocole");
    }

    @Test
    void aVeryLongTextKeepsAllItsWords() {
        String text = "mot ".repeat(500).strip();
        assertThat(Cda.items(Cda.section("11450-4", "P", "<paragraph>" + text + "</paragraph>")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.label()).hasSizeLessThan(310).endsWith("…");
                    assertThat(item.detail()).isEqualTo(text);
                });
    }
}
