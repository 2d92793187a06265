package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.SectionKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts in the other shapes that the standard lets them have. */
class VariantsTest {
    private static final String ASTHMA = Cda.document(
            "60591-5", "", Cda.sections(Cda.section("11450-4", "P", "<paragraph>Asthme sévère</paragraph>")));

    private static List<String> labels(byte[] xml) {
        CdaReading reading = CdaReader.read(xml);
        assertThat(reading).isInstanceOf(CdaDocument.class);
        return ((CdaDocument) reading).items().stream().map(ClinicalItem::label).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-15"})
    void encodingIsWhatTheDocumentSays(String name) {
        String declared = "<?xml version=\"1.0\" encoding=\"" + name
                + "\"?><?xml-stylesheet type=\"text/xsl\" href=\"x.xsl\"?>\n" + "<!-- c -->" + ASTHMA;
        assertThat(labels(declared.getBytes(Charset.forName(name)))).containsExactly("Asthme sévère");
    }

    @Test
    void textMayBeCdataOrHaveReferencesToCharacters() {
        for (String written : List.of("<![CDATA[Asthme sévère]]>", "Asthme s&#233;v&#xE8;re")) {
            assertThat(labels(ASTHMA.replace("Asthme sévère", written).getBytes(StandardCharsets.UTF_8)))
                    .containsExactly("Asthme sévère");
        }
    }

    @Test
    void whatStandsOnLinesOfOneCellIsNotRunTogether() {
        String text = "<table><tbody><tr><td><paragraph>EXEMPLE</paragraph><paragraph>AUTRE</paragraph>"
                + "<list><item>un</item><item>deux</item></list></td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("10160-0", "T", text)))
                .extracting(ClinicalItem::label)
                .containsExactly("EXEMPLE AUTRE un deux");
    }

    @Test
    void theHeadingOfTheFirstColumnIsKeptWhereItSaysSomething() {
        String text = "<table><thead><tr><th>BILAN RENAL</th><th>Résultats</th></tr></thead>"
                + "<tbody><tr><td>Créatinine</td><td>80 µmol/L</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("30954-2", "R", text))).singleElement().satisfies(item -> {
            assertThat(item.label()).isEqualTo("Créatinine");
            assertThat(item.detail()).contains("Rubrique : BILAN RENAL", "Résultats : 80 µmol/L");
        });
    }

    @Test
    void aHeadingThatSaysMoreThanTheTitleIsKept() {
        String text = "<table><thead><tr><th>Antécédents chirurgicaux</th></tr></thead>"
                + "<tbody><tr><td>Genou</td></tr></tbody></table>"
                + "<table><thead><tr><th>Antécédent</th></tr></thead><tbody><tr><td>Goutte</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("11348-0", "Antécédents", text)))
                .extracting(ClinicalItem::detail)
                .containsExactly("Rubrique : Antécédents chirurgicaux", null);
    }

    @Test
    void aRowIsNamedByItsAgentAndNotByTheTypeOfIt() {
        String text = "<table><thead><tr><th>Date de début</th><th>Date de fin</th><th>Type d'allergie</th>"
                + "<th>Agent responsable</th></tr></thead><tbody><tr><td>21/02/2018</td><td>inconnu</td>"
                + "<td>Allergie médicamenteuse</td><td>Exemple</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("48765-2", "Allergies", text)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.label()).isEqualTo("Exemple");
                    assertThat(item.detail())
                            .contains("Type d'allergie : Allergie médicamenteuse", "Date de fin : inconnu");
                });
    }

    @Test
    void aProblemWhoseNarrativeOnlyAnswersIsWhatItsCodeSays() {
        String text = "<table><tbody><tr><td>Goutte</td><td><content ID=\"a\">oui</content></td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("11348-0", "A", text, Cda.problem("M10", Cda.CIM_10, "Goutte", "#a", ""))))
                .extracting(ClinicalItem::label)
                .containsExactly("Goutte");
    }

    @Test
    void riskFactorsAreHistory() {
        String text = "<table><tbody><tr><td>Contraception orale</td><td>Actif</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("57207-3", "Facteurs de risques", text)))
                .extracting(ClinicalItem::section)
                .containsExactly(SectionKind.HISTORY);
    }

    @Test
    void questionsOfAnImagingReportGoWhereTheyAreLookedFor() {
        String value =
                "<value xsi:type=\"CD\" code=\"77386006\" codeSystem=\"" + Cda.SNOMED + "\" displayName=\"enceinte\"/>";
        String section = Cda.section(
                "11329-0",
                "Antécédents",
                "",
                Cda.observation("64100-1", Cda.LOINC, "Contre-indications", value),
                Cda.observation(
                        "47519-4", Cda.LOINC, "Antécédents chirurgicaux", "<value xsi:type=\"ST\">genou</value>"));
        assertThat(Cda.items(section))
                .extracting(ClinicalItem::section)
                .containsExactly(SectionKind.ALERTS, SectionKind.PROCEDURES);
    }

    @Test
    void headingsOfSeveralRowsAreReadTogether() {
        String text = "<table><thead><tr><th rowspan=\"2\">Examen</th><th colspan=\"2\">Sodium</th></tr>"
                + "<tr><th>valeur</th><th>unité</th></tr></thead>"
                + "<tbody><tr><td>Sang</td><td>140</td><td>mmol/L</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("30954-2", "R", text))).singleElement().satisfies(item -> {
            assertThat(item.label()).isEqualTo("Sang");
            assertThat(item.detail()).contains("Sodium / valeur : 140", "Sodium / unité : mmol/L");
        });
    }

    @Test
    void aRowAcrossTheTableHeadsThoseBelowIt() {
        String text = "<table><thead><tr><th>Médicament</th><th>Posologie</th></tr></thead><tbody>"
                + "<tr><td colspan=\"2\"><content styleCode=\"Bold\">Antiagrégants</content></td></tr>"
                + "<tr><td>EXEMPLE</td><td>1/j</td></tr>"
                + "<tr><th colspan=\"2\">Arrêtés</th></tr></tbody></table>";
        List<ClinicalItem> items = Cda.items(Cda.section("10160-0", "T", text));
        assertThat(items).extracting(ClinicalItem::label).containsExactly("EXEMPLE", "Arrêtés");
        assertThat(items.getFirst().detail()).isEqualTo("Posologie : 1/j ; Rubrique : Antiagrégants");
    }

    @Test
    void wordsOfASectionNobodyKnowsAreShownUnderItsTitle() {
        String section = Cda.section("99999-9", "Surveillance du drain", "<paragraph>Ablation à J3</paragraph>");
        assertThat(Cda.items(section)).singleElement().satisfies(item -> {
            assertThat(item.label()).isEqualTo("Ablation à J3");
            assertThat(item.detail()).isEqualTo("Rubrique : Surveillance du drain");
        });
    }

    @Test
    void aSectionInsideASectionInsideASectionIsRead() {
        String inner = Cda.section("48765-2", "Allergies", "<paragraph>Latex</paragraph>");
        String middle = "<section><title>B</title><component>" + inner + "</component></section>";
        String outer = "<section><title>A</title><text/><component>" + middle + "</component></section>";
        assertThat(Cda.items(outer)).extracting(ClinicalItem::label).contains("Latex");
    }

    @Test
    void theDeviceOfAnObservationIsSaid() {
        String entry = Cda.observation(
                "8867-4",
                Cda.LOINC,
                "Fréquence cardiaque",
                "<value xsi:type=\"PQ\" value=\"60\" unit=\"/min\"/><participant typeCode=\"DEV\"><participantRole>"
                        + "<playingDevice><code code=\"1\" codeSystem=\"2\" displayName=\"Oxymètre\"/>"
                        + "<manufacturerModelName>OX-1</manufacturerModelName></playingDevice>"
                        + "</participantRole></participant>");
        assertThat(Cda.items(Cda.section("8716-3", "S", "", entry)))
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).contains("Dispositif : Oxymètre, OX-1"));
    }

    @Test
    void aQualifierSaysWhatAGeneralQuestionIsAbout() {
        String entry =
                "<observation><code code=\"11345-6\" codeSystem=\"" + Cda.LOINC + "\" displayName=\"Autre\"><qualifier>"
                        + "<name code=\"Q1\" codeSystem=\"1\" displayName=\"Voyage\"/></qualifier><qualifier>"
                        + "<name code=\"Q2\" codeSystem=\"1\" displayName=\"Latéralité\"/>"
                        + "<value code=\"V\" codeSystem=\"1\" displayName=\"gauche\"/></qualifier></code>"
                        + "<value xsi:type=\"ST\">Congo</value></observation>";
        assertThat(Cda.items(Cda.section("29762-2", "H", "", entry)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.label()).isEqualTo("Autre : Voyage");
                    assertThat(item.detail()).contains("Latéralité : gauche", "Congo");
                });
    }

    @Test
    void aCodeWithoutWordsIsNamedByTheText() {
        String entry = "<procedure moodCode=\"EVN\"><code code=\"SURG\" codeSystem=\"2.16.840.1.113883.5.4\"/>"
                + "<text><reference value=\"#a\"/></text></procedure>";
        assertThat(Cda.items(Cda.section("47519-4", "A", "<content ID=\"a\">Appendicectomie</content>", entry)))
                .extracting(ClinicalItem::label)
                .containsExactly("Appendicectomie");
        String observation = "<observation><code code=\"X-1\" codeSystem=\"1\"/><text>Taux local</text>"
                + "<value xsi:type=\"PQ\" value=\"3\" unit=\"mg\"/></observation>";
        assertThat(Cda.items(Cda.section("30954-2", "R", "", observation)))
                .extracting(ClinicalItem::label)
                .containsExactly("Taux local");
    }

    @Test
    void aTimeOfDayAndACentreAreRead() {
        String entry = "<substanceAdministration moodCode=\"EVN\"><effectiveTime xsi:type=\"PIVL_TS\"><phase>"
                + "<low value=\"202601010800\"/></phase><period value=\"1\" unit=\"d\"/></effectiveTime>"
                + "<effectiveTime xsi:type=\"IVL_TS\"><center value=\"20260105\"/></effectiveTime>"
                + "<consumable><manufacturedProduct><manufacturedMaterial><name>EXEMPLE</name></manufacturedMaterial>"
                + "</manufacturedProduct></consumable></substanceAdministration>";
        assertThat(Cda.items(Cda.section("10160-0", "T", "", entry)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.onset()).isEqualTo(new ClinicalDate("2026-01-05"));
                    assertThat(item.detail()).contains("Fréquence : toutes les 1 jour(s)", "Période : du 01/01/2026");
                });
    }
}
