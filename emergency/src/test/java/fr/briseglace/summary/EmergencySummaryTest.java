package fr.briseglace.summary;

import static fr.briseglace.summary.Facts.answered;
import static fr.briseglace.summary.Facts.coding;
import static fr.briseglace.summary.Facts.dated;
import static fr.briseglace.summary.Facts.document;
import static fr.briseglace.summary.Facts.item;
import static fr.briseglace.summary.Facts.items;
import static fr.briseglace.summary.Facts.summary;
import static fr.briseglace.summary.Facts.valued;
import static fr.briseglace.summary.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencySummaryTest {
    private static final Coding GOUT = coding(Terminology.CIM_10, "M10");
    private static final Coding AGENT = coding(Terminology.CIM_11, "XM5DJ7");

    @Test
    void theSameFactOfSeveralDocumentsIsOneItemWithAllSourcesNewestFirst() {
        List<SummaryItem> merged = items(
                summary(
                        document("old", "2020-01-01", item(SectionKind.PROBLEMS, "Goutte ancienne", GOUT)),
                        document("new", "2025-01-01", item(SectionKind.PROBLEMS, "Goutte", GOUT))),
                SectionKind.PROBLEMS);
        assertThat(merged).singleElement().satisfies(found -> {
            assertThat(found.item().label()).isEqualTo("Goutte");
            assertThat(found.item().detail()).isEqualTo("Goutte ancienne");
            assertThat(found.sources()).containsExactly("d1", "d2");
            assertThat(found.conflict()).isFalse();
        });
    }

    @Test
    void theSameWordingIsTheSameFactWhateverCaseAndAccents() {
        assertThat(items(
                        summary(
                                document("a", "2020-01-01", item(SectionKind.ALLERGIES, "PARACETAMOL")),
                                document("b", "2021-01-01", item(SectionKind.ALLERGIES, "Paracétamol", AGENT))),
                        SectionKind.ALLERGIES))
                .hasSize(1);
    }

    @Test
    void aMedicineIsTheSameByItsSubstance() {
        Coding brand = new Coding(Terminology.CIS, "63245753", "COUMADINE 5 mg, comprimé sécable");
        Coding generic = coding(Terminology.ATC, "B01AA03");
        assertThat(items(
                        summary(
                                document("a", "2020-01-01", item(SectionKind.TREATMENTS, "Coumadine", brand)),
                                document("b", "2021-01-01", item(SectionKind.TREATMENTS, "Warfarine", generic))),
                        SectionKind.TREATMENTS))
                .hasSize(1);
    }

    @Test
    void contradictingSourcesKeepAllVersionsNewestFirst() {
        ClinicalItem agent = item(SectionKind.ALLERGIES, "PARACETAMOL", AGENT);
        List<SummaryItem> versions = items(
                summary(
                        document("a", "2020-01-01", with(agent, ItemStatus.INACTIVE)),
                        document("b", "2024-01-01", with(agent, ItemStatus.ACTIVE)),
                        document("c", "2022-01-01", agent)),
                SectionKind.ALLERGIES);
        assertThat(versions).extracting(SummaryItem::conflict).containsExactly(true, true);
        assertThat(versions.getFirst().item().status()).isEqualTo(ItemStatus.ACTIVE);
        assertThat(versions.getFirst().sources()).containsExactly("d1", "d2");
        assertThat(versions.getLast().sources()).containsExactly("d3");
    }

    @Test
    void contradictingAnswersAreConflictsAndASilentOneAgrees() {
        ClinicalItem question = item(SectionKind.DIRECTIVES, "Réanimation", coding(Terminology.LOINC, "75779-9"));
        List<SummaryItem> versions = items(
                summary(
                        document("a", "2020-01-01", valued(question, new Answer(false))),
                        document("b", "2024-01-01", valued(question, new Answer(true)))),
                SectionKind.DIRECTIVES);
        assertThat(versions).extracting(SummaryItem::conflict).containsExactly(true, true);
        List<SummaryItem> agreeing = items(
                summary(
                        document("a", "2020-01-01", valued(question, new Answer(false))),
                        document("b", "2024-01-01", question)),
                SectionKind.DIRECTIVES);
        assertThat(agreeing).singleElement().satisfies(found -> {
            assertThat(found.item().value()).isEqualTo(new Answer(false));
            assertThat(found.conflict()).isFalse();
        });
    }

    @Test
    void anOlderPrescriptionThatRanOutDoesNotContradictANewerOne() {
        ClinicalItem medicine = item(SectionKind.TREATMENTS, "EXEMPLE", coding(Terminology.CIS, "60000001"));
        List<SummaryItem> found = items(
                summary(
                        document("old", "2020-01-01", dated(medicine, "2020-01-01", "2020-02-01")),
                        document("new", "2026-01-01", with(dated(medicine, "2026-01-01", null), ItemStatus.ACTIVE))),
                SectionKind.TREATMENTS);
        assertThat(found).hasSize(2).noneMatch(SummaryItem::conflict);
    }

    @Test
    void aNewerSourceThatSaysItEndedContradicts() {
        ClinicalItem medicine = item(SectionKind.TREATMENTS, "EXEMPLE", coding(Terminology.CIS, "60000001"));
        List<SummaryItem> found = items(
                summary(
                        document("old", "2020-01-01", with(dated(medicine, "2020-01-01", null), ItemStatus.ACTIVE)),
                        document("new", "2026-01-01", dated(medicine, "2020-01-01", "2025-12-31"))),
                SectionKind.TREATMENTS);
        assertThat(found).hasSize(2).allMatch(SummaryItem::conflict);
    }

    @Test
    void eventsOfDifferentDaysAreDifferentFacts() {
        ClinicalItem weight = item(SectionKind.VITAL_SIGNS, "Poids", coding(Terminology.LOINC, "29463-7"));
        List<SummaryItem> found = items(
                summary(
                        document("a", "2024-01-01", dated(weight, "2024-01-01", null)),
                        document("b", "2025-01-01", dated(weight, "2025-01-01", null))),
                SectionKind.VITAL_SIGNS);
        assertThat(found)
                .extracting(one -> one.item().onset())
                .containsExactly(new ClinicalDate("2025-01-01"), new ClinicalDate("2024-01-01"));
    }

    @Test
    void theSameMeasureWrittenWithMoreZerosIsTheSame() {
        ClinicalItem weight = dated(item(SectionKind.VITAL_SIGNS, "Poids"), "2024-01-01", null);
        assertThat(items(
                        summary(
                                document("a", "2024-01-01", valued(weight, new Measure(new BigDecimal("58"), "kg"))),
                                document("b", "2025-01-01", valued(weight, new Measure(new BigDecimal("58.0"), "kg")))),
                        SectionKind.VITAL_SIGNS))
                .hasSize(1);
    }

    @Test
    void twoFactsOfOneDocumentAreNeverOneUnlessTheyAreIdentical() {
        ClinicalItem first = dated(item(SectionKind.HISTORY, "Pyélonéphrite"), "2018", null);
        ClinicalItem second = dated(item(SectionKind.HISTORY, "Pyélonéphrite"), "2020", null);
        assertThat(items(summary(document("a", "2024-01-01", first, second, first)), SectionKind.HISTORY))
                .hasSize(2);
    }

    @Test
    void codesThatSayOtherAreNoIdentity() {
        Coding other = coding(Terminology.CI_SIS, "GEN-092.04.13");
        assertThat(items(
                        summary(
                                document("a", "2024-01-01", item(SectionKind.IMPLANTS, "Attelle", other)),
                                document("b", "2025-01-01", item(SectionKind.IMPLANTS, "Lentille", other))),
                        SectionKind.IMPLANTS))
                .hasSize(2);
    }

    @Test
    void mergingLosesNoDateDetailOrSeverity() {
        ClinicalItem older = new ClinicalItem(
                SectionKind.PROBLEMS,
                "Goutte",
                List.of(GOUT),
                List.of(),
                List.of(),
                null,
                new ClinicalDate("2018"),
                null,
                "au genou",
                "modéré",
                null,
                false);
        ClinicalItem newer = new ClinicalItem(
                SectionKind.PROBLEMS,
                "Goutte",
                List.of(GOUT),
                List.of(),
                List.of(),
                null,
                new ClinicalDate("2019"),
                null,
                "au pied",
                "sévère",
                null,
                false);
        assertThat(items(
                        summary(document("a", "2020-01-01", older), document("b", "2021-01-01", newer)),
                        SectionKind.PROBLEMS))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.item().onset()).isEqualTo(new ClinicalDate("2019"));
                    assertThat(found.item().detail()).contains("au pied", "au genou", "2018");
                    assertThat(found.item().severity()).isEqualTo("sévère ; modéré");
                });
    }

    @ParameterizedTest
    @EnumSource(SectionKind.class)
    void silenceIsNeverNone(SectionKind kind) {
        assertThat(summary().sections().get(kind)).isEqualTo(new Section(SectionState.NOT_RECORDED, List.of()));
        assertThat(summary(document("a", "2024-01-01", ClinicalItem.none(kind, "Aucun")))
                        .sections()
                        .get(kind))
                .isEqualTo(new Section(SectionState.DECLARED_NONE, List.of()));
    }

    @Test
    void noneBesideFactsIsShownAsTheContradictionItIs() {
        EmergencySummary summary = summary(
                document("a", "2024-01-01", item(SectionKind.ALLERGIES, "Latex")),
                document("b", "2025-01-01", ClinicalItem.none(SectionKind.ALLERGIES, "Aucune allergie connue")));
        assertThat(items(summary, SectionKind.ALLERGIES))
                .extracting(found -> found.item().label(), SummaryItem::conflict)
                .containsExactly(tuple("Latex", false), tuple("Aucune allergie connue", true));
    }

    @Test
    void whatHoldsComesBeforeWhatIsOver() {
        EmergencySummary summary = summary(document(
                "a",
                "2024-01-01",
                with(dated(item(SectionKind.PROBLEMS, "Guérie"), "2023", null), ItemStatus.RESOLVED),
                dated(item(SectionKind.PROBLEMS, "Ancienne"), "2010", null),
                dated(item(SectionKind.PROBLEMS, "Récente"), "2022", null)));
        assertThat(items(summary, SectionKind.PROBLEMS))
                .extracting(found -> found.item().label())
                .containsExactly("Récente", "Ancienne", "Guérie");
        assertThat(items(summary, SectionKind.PROBLEMS))
                .extracting(SummaryItem::id)
                .containsExactly("i1", "i2", "i3");
    }

    @Test
    void relativesAreToldApart() {
        assertThat(items(
                        summary(
                                document("a", "2024-01-01", item(SectionKind.FAMILY_HISTORY, "Mère : Goutte", GOUT)),
                                document("b", "2025-01-01", item(SectionKind.FAMILY_HISTORY, "Père : Goutte", GOUT))),
                        SectionKind.FAMILY_HISTORY))
                .hasSize(2);
    }

    @Test
    void differentBloodGroupsAreAConflict() {
        ClinicalItem question = item(SectionKind.BLOOD_GROUP, "Groupe ABO", coding(Terminology.LOINC, "883-9"));
        assertThat(items(
                        summary(
                                document(
                                        "a",
                                        "2024-01-01",
                                        answered(question, coding(Terminology.SNOMED_CT, "112144000"))),
                                document(
                                        "b",
                                        "2025-01-01",
                                        answered(question, coding(Terminology.SNOMED_CT, "112149005")))),
                        SectionKind.BLOOD_GROUP))
                .hasSize(2)
                .allMatch(SummaryItem::conflict);
    }
}
