package fr.briseglace.summary;

import static fr.briseglace.summary.SheetRecords.document;
import static fr.briseglace.summary.SheetRecords.fact;
import static fr.briseglace.summary.SheetRecords.sheet;
import static fr.briseglace.summary.SheetRecords.summary;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarySheetTest {
    private static final Coding WARFARIN = new Coding(Terminology.ATC, "B01AA03", null);

    @Test
    void patientThenStripThenAllergiesThenTreatmentsThenTheRest() {
        String sheet = sheet(summary(document(
                "a",
                "2026-05-01",
                "Dr Un",
                fact(SectionKind.LIFESTYLE, "Tabac"),
                fact(SectionKind.TREATMENTS, "WARFARINE", ItemStatus.ACTIVE, null, WARFARIN),
                fact(SectionKind.ALLERGIES, "Latex"),
                fact(SectionKind.PROBLEMS, "Asthme"))));
        assertThat(sheet)
                .containsSubsequence(
                        "ALPHA",
                        "2 79 03 51 215 189 89",
                        "Identité qualifiée",
                        "Anticoagulant",
                        "WARFARINE",
                        EmergencySummary.NOTICE.substring(0, 20),
                        "Allergies",
                        "Latex",
                        "Traitements",
                        "Problèmes en cours",
                        "Asthme",
                        "Mode de vie",
                        "Tabac",
                        "Sources",
                        "Dr Un, 01/05/2026");
    }

    @Test
    void aProvisionalIdentityIsToBeChecked() {
        var identity = SheetRecords.identity("ALPHA", IdentityStatus.PROVISIONAL);
        byte[] sheet = SummarySheet.render(SheetRecords.INS, identity, summary(), SheetRecords.TODAY);
        assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("Identité provisoire : à vérifier");
    }

    @Test
    void wordsAreCutOnlyWhereThePageHasNoRoomForThem() {
        String words = "douleurs thoraciques à l’effort, ".repeat(6).strip() + " fin";
        ClinicalItem[] facts = new ClinicalItem[120];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = fact(SectionKind.PROBLEMS, "n° " + i + " " + words);
        }
        assertThat(sheet(summary(document("a", "2026-05-01", "Dr Un", facts[0]))))
                .contains(words);
        assertThat(sheet(summary(document("a", "2026-05-01", "Dr Un", facts))))
                .contains("douleurs thoraciques")
                .doesNotContain(words);
    }

    @Test
    void silenceIsNotNone() {
        String sheet = sheet(summary());
        assertThat(sheet)
                .contains("<h2>Allergies</h2> <span class=\"silence\">non renseigné (ne veut pas dire aucun)")
                .contains("Aucun signal vital repéré");
        for (SheetPlace place : SheetPlace.values()) {
            assertThat(sheet).contains(place.title());
        }
    }

    @Test
    void anExpressNoneSaysWhoSaidIt() {
        String sheet = sheet(summary(
                document(
                        "a", "2026-05-01", "Dr Un", ClinicalItem.none(SectionKind.ALLERGIES, "Aucune allergie connue")),
                document("b", "2026-04-01", "Dr Deux", fact(SectionKind.PROBLEMS, "Asthme"))));
        assertThat(sheet).contains("aucune, dit expressément par Dr Un, 01/05/2026, Synthèse a");
    }

    @Test
    void bothVersionsOfAContradictionStandTogether() {
        Coding latex = new Coding(Terminology.CIM_10, "T78.4", null);
        String sheet = sheet(summary(
                document(
                        "a",
                        "2026-05-01",
                        "Dr Un",
                        fact(SectionKind.ALLERGIES, "Latex", ItemStatus.ACTIVE, null, latex)),
                document(
                        "b",
                        "2026-04-01",
                        "Dr Deux",
                        fact(SectionKind.ALLERGIES, "Latex", ItemStatus.REFUTED, null, latex))));
        assertThat(sheet)
                .containsSubsequence("Contradiction : 2 versions", "Latex", "actif", "d1", "Latex", "écarté", "d2");
    }

    @Test
    void oneSourceAgainstAllOthersIsMarked() {
        String sheet = sheet(summary(
                document(
                        "a", "2026-05-01", "Dr Un", ClinicalItem.none(SectionKind.ALLERGIES, "Aucune allergie connue")),
                document("b", "2026-04-01", "Dr Deux", fact(SectionKind.ALLERGIES, "Latex"))));
        assertThat(sheet)
                .contains("Latex")
                .containsSubsequence("Contradiction : une source dit l’inverse", "Aucune allergie connue");
    }

    @Test
    void anAnswerThatTurnsANameAroundIsNeverLeftOut() {
        String sheet = sheet(summary(document(
                "a",
                "2026-05-01",
                "Dr Un",
                fact(SectionKind.HISTORY, "Accidents transfusionnels", null, "Aucun"),
                fact(SectionKind.ALERTS, "Contention", null, "oui ; Observation : non"))));
        assertThat(sheet)
                .contains("Accidents transfusionnels : Aucun")
                .contains("<span class=\"gist\">oui, observation : non</span>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 40, 300})
    void everyItemIsEitherShownOrCounted(int perSection) {
        EmergencySummary summary = SheetRecords.fullest(perSection);
        String columns = sheet(summary);
        columns = columns.substring(columns.indexOf("class=\"columns"));
        for (SheetPlace place : SheetPlace.values()) {
            Section section = summary.sections().get(place.kind());
            assertThat(section).isNotNull();
            assertThat(told(columns, place))
                    .as(place.title())
                    .isEqualTo(section == null ? -1 : section.items().size());
        }
    }

    private static long told(String columns, SheetPlace place) {
        int start = columns.indexOf("<h2>" + place.title() + "</h2>");
        if (start < 0) {
            start = columns.indexOf("<h2 class=\"over\">" + place.title() + "</h2>");
        }
        if (start < 0) {
            return number(columns, Pattern.quote(place.title()) + " \\((\\d+)\\)");
        }
        String section = columns.substring(start, columns.indexOf("</section>", start));
        long shown = Pattern.compile("FAIT \\d+").matcher(section).results().count();
        return shown + number(section, "\\+? ?(\\d+) (autres?|faits?) dans le dossier");
    }

    private static long number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Test
    void referencesLeadToTheListOfSources() {
        String sheet = sheet(SheetRecords.fullest(2));
        assertThat(Pattern.compile("href=\"#(d\\d+)\"").matcher(sheet).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(source -> sheet.contains("<li id=\"" + source + "\">"));
    }

    @Test
    void headingsAndTablesAreNamed() {
        String sheet = sheet(SheetRecords.fullest(3));
        assertThat(sheet).containsOnlyOnce("<h1>");
        assertThat(count(sheet, "<table>")).isPositive().isEqualTo(count(sheet, "<caption"));
        assertThat(count(sheet, "scope=\"col\"")).isEqualTo(3 * count(sheet, "<table>"));
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
