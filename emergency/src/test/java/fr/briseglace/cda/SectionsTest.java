package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.SectionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTest {
    @ParameterizedTest
    @CsvSource({
        "11450-4, PROBLEMS",
        "11348-0, HISTORY",
        "47519-4, PROCEDURES",
        "48765-2, ALLERGIES",
        "44939-7, ALLERGIES",
        "10160-0, TREATMENTS",
        "10183-2, TREATMENTS",
        "42346-7, TREATMENTS",
        "18610-6, TREATMENTS",
        "57828-6, TREATMENTS",
        "46264-8, IMPLANTS",
        "44944-7, ALERTS",
        "30954-2, RESULTS",
        "42348-3, DIRECTIVES",
        "10162-6, PREGNANCY",
        "11369-6, VACCINATIONS",
        "8716-3, VITAL_SIGNS",
        "47420-5, FUNCTIONAL_STATUS",
        "29762-2, LIFESTYLE",
        "10161-8, OCCUPATIONAL",
        "10157-6, FAMILY_HISTORY",
        "18776-5, CARE_PLAN",
        "46240-8, HOSPITALISATIONS",
        "29554-3, PROCEDURES",
        "56836-0, HISTORY",
        "60590-7, DISPENSATIONS",
        "42349-1, HOSPITALISATIONS"
    })
    void aSectionIsRecognisedByItsCode(String code, SectionKind kind) {
        assertThat(Cda.items(Cda.section(code, "Titre", "<paragraph>Un fait écrit</paragraph>")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.section()).isEqualTo(kind);
                    assertThat(item.label()).isEqualTo("Un fait écrit");
                    assertThat(item.codings()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "SYNTH, Points de vigilance, ALERTS",
        "SYNTH, Résultats, RESULTS",
        "60591-5, Points de vigilance, ALERTS",
        "60591-5, Résultats d'examens, RESULTS",
        "11490-0, Résultats attendus, RESULTS"
    })
    void pointsToWatchFiledUnderTheCodeOfResultsAreAlerts(String type, String title, SectionKind kind) {
        String body = Cda.sections(Cda.section("30954-2", title, "<paragraph>Bloc de branche</paragraph>"));
        assertThat(Cda.read(Cda.document(type, "", body)).items())
                .extracting(ClinicalItem::section)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Directives anticipées du patient, DIRECTIVES",
        "Allergies connues, ALLERGIES",
        "Traitement de sortie, TREATMENTS",
        "Antécédents familiaux, FAMILY_HISTORY",
        "Don d'organes, ORGAN_DONATION",
        "Divers, CARE_PLAN"
    })
    void aSectionOfUnknownCodeIsRecognisedByItsTitle(String title, SectionKind kind) {
        assertThat(Cda.items(Cda.section("99999-9", title, "<paragraph>Un fait</paragraph>")))
                .extracting(ClinicalItem::section)
                .containsExactly(kind);
    }

    @Test
    void sectionsAreFoundAtAnyDepthAndTheUnknownInheritFromTheirParent() {
        String inner = Cda.section("99999-9", "Suite", "<paragraph>Troisième</paragraph>");
        String middle = Cda.section("11348-0", "Antécédents", "<paragraph>Second</paragraph>")
                .replace("</section>", "<component>" + inner + "</component></section>");
        String outer = Cda.section("46612-8", "Synthèse", "<paragraph>Premier</paragraph>")
                .replace("</section>", "<component>" + middle + "</component></section>");
        assertThat(Cda.items(outer))
                .extracting(ClinicalItem::label, ClinicalItem::section)
                .containsExactly(
                        tuple("Premier", SectionKind.CARE_PLAN),
                        tuple("Second", SectionKind.HISTORY),
                        tuple("Troisième", SectionKind.HISTORY));
    }

    @Test
    void whatInsuranceReimbursedIsDispensedWhateverItIs() {
        String text = "<table><tbody><tr><td>Produit remboursé</td></tr></tbody></table>";
        for (String code : List.of("10160-0", "11369-6", "46264-8")) {
            String body = Cda.sections(Cda.section(code, "Remboursements", text));
            assertThat(Cda.read(Cda.document("REMB", "", body)).items())
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.section()).isEqualTo(SectionKind.DISPENSATIONS);
                        assertThat(item.status()).isEqualTo(ItemStatus.DISPENSED);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "882-1, 30954-2, BLOOD_GROUP",
        "75779-9, 44944-7, DIRECTIVES",
        "11449-6, 42545-4, PREGNANCY",
        "MED-144, 42545-4, ALERTS",
        "MED-145, 42545-4, HISTORY",
        "ORG-070, 42545-4, HOSPITALISATIONS",
        "161898004, 42545-4, FUNCTIONAL_STATUS",
        "1234-5, 42545-4, ALERTS"
    })
    void aQuestionGoesToTheSectionItIsAbout(String question, String section, SectionKind kind) {
        String entry = Cda.observation(question, Cda.LOINC, "Question", "<value xsi:type=\"ST\">Réponse</value>");
        assertThat(Cda.items(Cda.section(section, "Evènements", "", entry)))
                .extracting(ClinicalItem::section)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "48765-2, Aucune allergie connue",
        "48765-2, Pas d'allergie connue.",
        "48765-2, Absence d'allergie connue à ce jour",
        "48765-2, Aucune allergie / intolérance identifiée pendant le séjour",
        "11348-0, Aucun antécédent",
        "10160-0, Aucun traitement en cours",
        "46264-8, Néant"
    })
    void aFewExactPhrasesSayThatASectionHasNothing(String code, String phrase) {
        assertThat(Cda.items(Cda.section(code, "Titre", phrase)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.none()).isTrue();
                    assertThat(item.label()).isEqualTo(phrase);
                });
    }

    @Test
    void otherPhrasesAreFactsAndSilenceIsNothing() {
        assertThat(Cda.items(Cda.section("48765-2", "A", "Aucune allergie sauf à la pénicilline")))
                .singleElement()
                .satisfies(item -> assertThat(item.none()).isFalse());
        assertThat(Cda.items(Cda.section("48765-2", "A", "Non renseigné"))).isEmpty();
        assertThat(Cda.items(Cda.section("48765-2", "A", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"716186003", "no-known-allergies"})
    void aCodeSaysThatThereIsNone(String code) {
        String entry = Cda.problem(code, Cda.SNOMED, "Pas d'allergie connue", "#x", "");
        assertThat(Cda.items(Cda.section("48765-2", "A", "<paragraph>Le patient n'en a pas.</paragraph>", entry)))
                .singleElement()
                .satisfies(item -> assertThat(item.none()).isTrue());
    }

    @Test
    void aCodeThatSaysNothingIsKnownIsSilence() {
        String entry = Cda.problem("no-allergy-info", "2.16.840.1.113883.5.1150.1", "Pas d'information", "#x", "");
        assertThat(Cda.items(Cda.section("48765-2", "A", "<paragraph>Pas d'information</paragraph>", entry)))
                .isEmpty();
    }
}
