package fr.briseglace.summary;

import static fr.briseglace.summary.Facts.answered;
import static fr.briseglace.summary.Facts.coding;
import static fr.briseglace.summary.Facts.dated;
import static fr.briseglace.summary.Facts.document;
import static fr.briseglace.summary.Facts.item;
import static fr.briseglace.summary.Facts.ofKind;
import static fr.briseglace.summary.Facts.summary;
import static fr.briseglace.summary.Facts.valued;
import static fr.briseglace.summary.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalFlagsTest {
    private static final Coding WARFARIN = coding(Terminology.ATC, "B01AA03");

    private static List<VitalFlag> flags(ClinicalItem... items) {
        return flagsOf(document("a", "2026-01-10", items));
    }

    private static List<VitalFlag> flagsOf(SourcedDocument... documents) {
        return summary(documents).vital().stream().map(VitalEntry::flag).toList();
    }

    private static ClinicalItem medicine(SectionKind section, Coding coding) {
        return item(section, "Produit", coding);
    }

    @ParameterizedTest
    @CsvSource({
        "B01AA03, ANTICOAGULANT",
        "B01AF01, ANTICOAGULANT",
        "B01AB05, ANTICOAGULANT",
        "B01AC04, ANTIPLATELET",
        "B01AC06, ANTIPLATELET",
        "A10AE04, INSULIN",
        "N02AA01, OPIOID",
        "N07BC02, OPIOID",
        "L04AD02, IMMUNOSUPPRESSED"
    })
    void aClassOfMedicineRaisesItsFlag(String atc, VitalFlag flag) {
        assertThat(flags(medicine(SectionKind.TREATMENTS, coding(Terminology.ATC, atc))))
                .containsExactly(flag);
    }

    @ParameterizedTest
    @CsvSource({"N02BE01", "A10BA02", "B01", "N07BA01", "J01CA04"})
    void otherMedicinesRaiseNone(String atc) {
        assertThat(flags(medicine(SectionKind.TREATMENTS, coding(Terminology.ATC, atc))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TREATMENTS, ACTIVE, 2019-08-11, , true",
        "TREATMENTS, , 2026-05-01, 2026-06-01, true",
        "TREATMENTS, , 2026-04-01, 2026-05-31, false",
        "TREATMENTS, INACTIVE, 2019-08-11, , false",
        "TREATMENTS, STOPPED, 2026-05-01, , false",
        "TREATMENTS, PRESCRIBED, 2025-12-01, , true",
        "TREATMENTS, PRESCRIBED, 2025-11-30, , false",
        "TREATMENTS, PRESCRIBED, 2025-01-01, 2027-01-01, true",
        "DISPENSATIONS, DISPENSED, 2025-12-01, , true",
        "DISPENSATIONS, DISPENSED, 2025-11-30, , false",
        "CARE_PLAN, PLANNED, 2026-05-01, , false"
    })
    void anAnticoagulantCountsWhileItIsTaken(
            SectionKind section, ItemStatus status, String onset, String end, boolean raised) {
        ClinicalItem medicine = with(dated(medicine(section, WARFARIN), onset, end), status);
        assertThat(flags(medicine).contains(VitalFlag.ANTICOAGULANT)).isEqualTo(raised);
    }

    @Test
    void theSameSubstanceTakenAndDispensedIsOneEntryThatPointsAtBoth() {
        ClinicalItem taken = item(SectionKind.TREATMENTS, "Produit 5 mg, comprimé sécable", WARFARIN);
        ClinicalItem dispensed = with(
                dated(item(SectionKind.DISPENSATIONS, "PRODUIT 5 MG", WARFARIN), "2026-05-01", null),
                ItemStatus.DISPENSED);
        ClinicalItem other = item(SectionKind.TREATMENTS, "Autre", coding(Terminology.ATC, "B01AF01"));
        EmergencySummary summary = summary(document("a", "2026-05-10", taken, dispensed, other));
        assertThat(summary.vital())
                .extracting(VitalEntry::label)
                .containsExactly("Produit 5 mg, comprimé sécable", "Autre");
        assertThat(summary.vital().getFirst().items()).hasSize(2);
    }

    @Test
    void aDispensationWithoutADateIsAsOldAsItsDocument() {
        ClinicalItem medicine = with(medicine(SectionKind.DISPENSATIONS, WARFARIN), ItemStatus.DISPENSED);
        assertThat(flagsOf(document("a", "2026-05-01", medicine))).contains(VitalFlag.ANTICOAGULANT);
        assertThat(flagsOf(document("a", "2024-05-01", medicine))).isEmpty();
    }

    @Test
    void aVersionThatHoldsFlagsAConflictAndPointsAtAllVersions() {
        ClinicalItem allergy =
                ofKind(item(SectionKind.ALLERGIES, "PARACETAMOL"), coding(Terminology.SNOMED_CT, "416098002"));
        EmergencySummary summary = summary(
                document("a", "2020-01-01", with(allergy, ItemStatus.INACTIVE)),
                document("b", "2024-01-01", with(allergy, ItemStatus.ACTIVE)));
        assertThat(summary.vital())
                .containsExactly(new VitalEntry(VitalFlag.DRUG_ALLERGY, "PARACETAMOL", List.of("i1", "i2")));
        assertThat(flags(with(allergy, ItemStatus.INACTIVE))).isEmpty();
        assertThat(flags(with(allergy, ItemStatus.REFUTED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROBLEMS, 2.16.840.1.113883.6.3, E10.9, INSULIN_DEPENDENT_DIABETES",
        "PROBLEMS, 2.16.840.1.113883.6.139, T89, INSULIN_DEPENDENT_DIABETES",
        "HISTORY, 2.16.840.1.113883.6.3, G40.3, EPILEPSY",
        "PROBLEMS, 1.2.250.1.213.2.9, 114, EPILEPSY",
        "PROBLEMS, 2.16.840.1.113883.6.3, D66, HAEMOPHILIA",
        "PROBLEMS, 1.2.250.1.213.2.49, 448, HAEMOPHILIA",
        "PROBLEMS, 2.16.840.1.113883.6.3, Z99.2, DIALYSIS",
        "PROCEDURES, 1.2.250.1.215.300.1, JVJF004, DIALYSIS",
        "ALERTS, 2.16.840.1.113883.6.3, U83.71, CARRIER_OF_RESISTANT_BACTERIA",
        "IMPLANTS, 1.2.250.1.213.2.68, J010104, IMPLANT",
        "PROCEDURES, 1.2.250.1.215.300.1, DDAF004, IMPLANT",
        "HISTORY, 2.16.840.1.113883.6.3, Z95.0, IMPLANT"
    })
    void aCodedConditionRaisesItsFlag(SectionKind section, String system, String code, VitalFlag flag) {
        assertThat(flags(item(section, "Fait", coding(system, code)))).containsExactly(flag);
        assertThat(flags(with(item(section, "Fait", coding(system, code)), ItemStatus.RESOLVED)))
                .isEmpty();
        assertThat(flags(valued(item(section, "Fait", coding(system, code)), new Answer(false))))
                .isEmpty();
    }

    @Test
    void wordsAloneRaiseNothing() {
        assertThat(flags(
                        item(SectionKind.PROBLEMS, "Épilepsie, hémophilie, dialyse"),
                        item(SectionKind.IMPLANTS, "Stimulateur cardiaque"),
                        item(SectionKind.TREATMENTS, "COUMADINE 5 mg"),
                        item(SectionKind.DIRECTIVES, "Ne veut pas être réanimé")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Stimulateur cardiaque double chambre, true",
        "Défibrillateur implantable, true",
        "Valve aortique biologique, true",
        "Endoprothèse coronaire active, true",
        "Ablation d'un stimulateur cardiaque, false",
        "Lit médical, false"
    })
    void theWordingOfADevicesCodeTellsWhatItIs(String display, boolean implant) {
        Coding coding = new Coding(Terminology.LPP, "1234567", display);
        assertThat(flags(item(SectionKind.IMPLANTS, "Dispositif", coding)).contains(VitalFlag.IMPLANT))
                .isEqualTo(implant);
    }

    @Test
    void eachRefusedDirectiveIsNamedAndDirectivesAreThere() {
        EmergencySummary summary = summary(document(
                "a",
                "2024-01-01",
                valued(
                        item(SectionKind.DIRECTIVES, "Réanimation", coding(Terminology.LOINC, "75779-9")),
                        new Answer(false)),
                valued(
                        item(SectionKind.DIRECTIVES, "Dialyse", coding(Terminology.CI_SIS, "MED-295")),
                        new Answer(false)),
                valued(
                        item(SectionKind.DIRECTIVES, "Chirurgie", coding(Terminology.SNOMED_CT, "387713003")),
                        new Answer(true))));
        assertThat(summary.vital())
                .containsExactly(
                        new VitalEntry(VitalFlag.RESUSCITATION_REFUSED, "Réanimation : non autorisé", List.of("i1")),
                        new VitalEntry(VitalFlag.RESUSCITATION_REFUSED, "Dialyse : non autorisé", List.of("i2")),
                        new VitalEntry(
                                VitalFlag.DIRECTIVE_PRESENT, "Directives anticipées", List.of("i1", "i2", "i3")));
    }

    @Test
    void havingNoDirectivesIsNoFlag() {
        ClinicalItem directives =
                item(SectionKind.DIRECTIVES, "Directives anticipées", coding(Terminology.LOINC, "42348-3"));
        assertThat(flags(valued(directives, new Answer(false)))).isEmpty();
        assertThat(flags(valued(directives, new Answer(true)))).containsExactly(VitalFlag.DIRECTIVE_PRESENT);
    }

    @Test
    void aRefusedTransfusionHasAFlagOfItsOwn() {
        Coding transfusion = new Coding(Terminology.CI_SIS, "MED-999", "Transfusion sanguine");
        assertThat(flags(valued(item(SectionKind.DIRECTIVES, "Transfusion", transfusion), new Answer(false))))
                .containsExactly(VitalFlag.TRANSFUSION_REFUSAL, VitalFlag.DIRECTIVE_PRESENT);
    }

    @ParameterizedTest
    @CsvSource({
        "2.16.840.1.113883.6.96, 39579001",
        "2.16.840.1.113883.6.3, T78.2",
        "2.16.840.1.113883.4.642.4.130, high"
    })
    void anaphylaxisAndHighSeverityAreSevereReactions(String system, String code) {
        assertThat(flags(ofKind(item(SectionKind.ALLERGIES, "Latex"), coding(system, code))))
                .containsExactly(VitalFlag.SEVERE_REACTION);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-05-01, true",
        "2026-05-31, 2026-01-01, false",
        ", 2026-01-01, true",
        ", 2025-06-01, false"
    })
    void aPregnancyCountsUntilItsDueDate(String due, String stated, boolean raised) {
        ClinicalItem pregnant = answered(
                dated(item(SectionKind.PREGNANCY, "Grossesse", coding(Terminology.LOINC, "11449-6")), stated, null),
                coding(Terminology.SNOMED_CT, "77386006"));
        ClinicalItem dueDate =
                dated(item(SectionKind.PREGNANCY, "Terme", coding(Terminology.LOINC, "11778-8")), due, null);
        assertThat(flags(pregnant, dueDate).contains(VitalFlag.PREGNANCY)).isEqualTo(raised);
    }

    @Test
    void organismsSoughtAndNotFoundAreNoCarriage() {
        Coding found = coding(Terminology.CI_SIS, "MED-144");
        ClinicalItem question = item(SectionKind.ALERTS, "Germes résistants", found);
        assertThat(flags(question.withDetail("Aucun"))).isEmpty();
        assertThat(flags(question.withDetail("E. coli BLSE"))).containsExactly(VitalFlag.CARRIER_OF_RESISTANT_BACTERIA);
    }
}
