package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.ClinicalDate;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SectionKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static ClinicalItem only(String code, String text, String entry) {
        List<ClinicalItem> items = Cda.items(Cda.section(code, "Titre", text, entry));
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static String iso(@Nullable ClinicalDate date) {
        return Objects.requireNonNull(date).iso();
    }

    @Test
    void aProblemKeepsWordsCodeDatePrecisionStatusAndSeverity() {
        String inside = Cda.inside(
                        "SUBJ",
                        Cda.observation(
                                "SEV",
                                "2.16.840.1.113883.5.4",
                                "Sévérité",
                                "<value xsi:type=\"CD\" code=\"6736007\"" + " codeSystem=\"" + Cda.SNOMED
                                        + "\" displayName=\"modéré\"/>"))
                + Cda.inside(
                        "REFR",
                        Cda.observation(
                                "33999-4",
                                Cda.LOINC,
                                "Statut",
                                "<value xsi:type=\"CE\" code=\"inactive\" codeSystem=\"1.2\"/>"))
                + Cda.inside("SUBJ", "<act><code code=\"48767-8\"/><text>à revoir</text></act>");
        ClinicalItem item = only(
                "11450-4",
                "<content ID=\"p\">Goutte du genou</content>",
                Cda.problem("M10.0", Cda.CIM_10, "Goutte idiopathique", "#p", inside));
        assertThat(item.label()).isEqualTo("Goutte du genou");
        assertThat(item.codings()).containsExactly(new Coding(Cda.CIM_10, "M10.0", "Goutte idiopathique"));
        assertThat(iso(item.onset())).isEqualTo("2019-08");
        assertThat(item.status()).isEqualTo(ItemStatus.INACTIVE);
        assertThat(item.severity()).isEqualTo("modéré");
        assertThat(item.detail()).contains("Goutte idiopathique", "Commentaire : à revoir");
    }

    @Test
    void theConcernActGivesTheStatusThatTheObservationLacks() {
        assertThat(only("11450-4", "", Cda.problem("M10", Cda.CIM_10, "Goutte", "#p", ""))
                        .status())
                .isEqualTo(ItemStatus.ACTIVE);
    }

    @Test
    void aDeniedProblemIsShownAsAbsent() {
        String entry = Cda.problem("M10", Cda.CIM_10, "Goutte", "#p", "")
                .replace("moodCode=\"EVN\"><templateId", "moodCode=\"EVN\" negationInd=\"true\"><templateId");
        ClinicalItem item = only("11450-4", "", entry);
        assertThat(item.status()).isEqualTo(ItemStatus.ABSENT);
        assertThat(item.none()).isFalse();
    }

    @Test
    void anAllergyIsItsAgentWithTypeReactionsAndCriticality() {
        String entry =
                "<act><code nullFlavor=\"NA\"/><statusCode code=\"active\"/><entryRelationship typeCode=\"SUBJ\">"
                        + "<observation><templateId root=\"1.3.6.1.4.1.19376.1.5.3.1.4.6\"/>"
                        + "<code code=\"416098002\" codeSystem=\"" + Cda.SNOMED
                        + "\" displayName=\"allergie médicamenteuse\"/>"
                        + "<value xsi:type=\"CD\"/><participant typeCode=\"CSM\"><participantRole><playingEntity>"
                        + "<code code=\"XM1\" codeSystem=\"2.16.840.1.113883.6.347\" displayName=\"AMOXICILLINE\"/>"
                        + "</playingEntity></participantRole></participant>"
                        + Cda.inside(
                                "MFST",
                                Cda.observation(
                                        "418799008",
                                        Cda.SNOMED,
                                        "symptôme",
                                        "<value xsi:type=\"CD\" code=\"39579001\" codeSystem=\"" + Cda.SNOMED
                                                + "\" displayName=\"choc\"/>"))
                        + "</observation></entryRelationship></act>";
        ClinicalItem item = only("48765-2", "", entry);
        assertThat(item.label()).isEqualTo("AMOXICILLINE");
        assertThat(item.codings()).extracting(Coding::code).containsExactly("XM1");
        assertThat(item.traits()).extracting(Coding::code).contains("416098002", "39579001");
        assertThat(item.detail()).contains("Type : allergie médicamenteuse", "Réaction : choc");
    }

    @Test
    void aMedicineKeepsCodesDosesRouteReasonAndTaperedDoses() {
        String entry = "<substanceAdministration moodCode=\"INT\"><code code=\"DRUG\" codeSystem=\"1\"/>"
                + "<effectiveTime xsi:type=\"IVL_TS\"><low value=\"20260101\"/><high value=\"20260201\"/></effectiveTime>"
                + "<routeCode code=\"1\" codeSystem=\"2\" displayName=\"Voie orale\"/>"
                + "<doseQuantity><low value=\"1\" unit=\"{tablet}\"/><high value=\"2\" unit=\"{tablet}\"/></doseQuantity>"
                + "<consumable><manufacturedProduct><manufacturedMaterial>"
                + "<code code=\"60000001\" codeSystem=\"1.2.250.1.213.2.3.1\" displayName=\"EXEMPLE 5 mg\">"
                + "<translation code=\"H02AB06\" codeSystem=\"2.16.840.1.113883.6.73\" displayName=\"prednisolone\"/></code>"
                + "<lotNumberText>L77</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable>"
                + "<entryRelationship typeCode=\"COMP\"><substanceAdministration><doseQuantity value=\"3\" unit=\"{tablet}\"/>"
                + "</substanceAdministration></entryRelationship>"
                + Cda.inside(
                        "RSON",
                        "<act><code code=\"M10\" codeSystem=\"" + Cda.CIM_10 + "\" displayName=\"Goutte\"/></act>")
                + "</substanceAdministration>";
        ClinicalItem item = only("57828-6", "", entry);
        assertThat(item.section()).isEqualTo(SectionKind.TREATMENTS);
        assertThat(item.label()).isEqualTo("EXEMPLE 5 mg");
        assertThat(item.status()).isEqualTo(ItemStatus.PRESCRIBED);
        assertThat(item.codings()).extracting(Coding::code).containsExactly("60000001", "H02AB06");
        assertThat(iso(item.end())).isEqualTo("2026-02-01");
        assertThat(item.detail())
                .contains(
                        "Voie : Voie orale",
                        "Dose : 1 comprimé(s) à 2 comprimé(s)",
                        "Posologie : Dose : 3 comprimé(s)",
                        "Motif : Goutte",
                        "Lot : L77");
    }

    @Test
    void aMedicineWithoutACodeIsWhatIsWritten() {
        String entry =
                "<substanceAdministration moodCode=\"EVN\"><consumable><manufacturedProduct><manufacturedMaterial>"
                        + "<code nullFlavor=\"NA\"><originalText><reference value=\"#m\"/></originalText></code>"
                        + "</manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>";
        ClinicalItem item = only("10160-0", "<content ID=\"m\">Tisane du soir</content>", entry);
        assertThat(item.label()).isEqualTo("Tisane du soir");
        assertThat(item.codings()).isEmpty();
        assertThat(item.status()).isEqualTo(ItemStatus.ACTIVE);
    }

    @Test
    void whatWasStoppedInHospitalIsInactive() {
        assertThat(only("18610-6", "<paragraph>EXEMPLE 100 mg</paragraph>", "<act/>")
                        .status())
                .isEqualTo(ItemStatus.INACTIVE);
    }

    @Test
    void aRefusedVaccinationIsNotDone() {
        String entry =
                "<substanceAdministration moodCode=\"EVN\" negationInd=\"true\"><consumable><manufacturedProduct>"
                        + "<manufacturedMaterial><code code=\"J07BB02\" codeSystem=\"2.16.840.1.113883.6.73\" displayName=\"Grippe\"/>"
                        + "</manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>";
        assertThat(only("11369-6", "", entry).status()).isEqualTo(ItemStatus.NOT_DONE);
    }

    @Test
    void resultsAreFoundInActsAndBatteriesAtAnyDepth() {
        String result = Cda.observation(
                "718-7",
                Cda.LOINC,
                "Hémoglobine",
                "<value xsi:type=\"PQ\" value=\"12.50\" unit=\"g/dL\"/>"
                        + "<interpretationCode code=\"L\" displayName=\"Bas\"/><referenceRange><observationRange>"
                        + "<value xsi:type=\"IVL_PQ\"><low value=\"13\" unit=\"g/dL\"/></value></observationRange></referenceRange>");
        String entry = "<act><code code=\"18723-7\" codeSystem=\"" + Cda.LOINC + "\" displayName=\"Hématologie\"/>"
                + "<entryRelationship typeCode=\"COMP\"><organizer classCode=\"BATTERY\"><component>" + result
                + "</component></organizer></entryRelationship></act>";
        ClinicalItem item = only("30954-2", "", entry);
        assertThat(item.label()).isEqualTo("Hémoglobine");
        assertThat(item.value()).isEqualTo(new Measure(new BigDecimal("12.50"), "g/dL"));
        assertThat(item.detail()).contains("Interprétation : Bas", "Référence : ≥ 13 g/dL", "Groupe : Hématologie");
    }

    @Test
    void aDeviceIsWhatItsCodeSays() {
        String entry = "<supply moodCode=\"EVN\"><participant typeCode=\"DEV\"><participantRole>"
                + "<id root=\"1.2\" extension=\"SN-1\"/><playingDevice>"
                + "<code code=\"J010104\" codeSystem=\"1.2.250.1.213.2.68\" displayName=\"STIMULATEUR\"/>"
                + "</playingDevice></participantRole></participant></supply>";
        ClinicalItem item = only("46264-8", "", entry);
        assertThat(item.label()).isEqualTo("STIMULATEUR");
        assertThat(item.detail()).contains("Identifiant : SN-1");
    }

    @Test
    void aRelativesIllnessNamesTheRelative() {
        String entry = "<organizer><subject><relatedSubject><code code=\"FTH\" codeSystem=\"1\" displayName=\"Père\"/>"
                + "</relatedSubject></subject><component>"
                + Cda.observation(
                        "282291009",
                        Cda.SNOMED,
                        "diagnostic",
                        "<value xsi:type=\"CD\" code=\"I21\" codeSystem=\"" + Cda.CIM_10
                                + "\" displayName=\"Infarctus\"/>")
                + "</component></organizer>";
        assertThat(only("10157-6", "", entry).label()).isEqualTo("Père : Infarctus");
    }

    @Test
    void whatIsAskedForIsPlanned() {
        String entry = "<procedure moodCode=\"RQO\"><code code=\"ZZQX001\" codeSystem=\"1.2.250.1.215.300.1\""
                + " displayName=\"Examen\"/><priorityCode code=\"UR\" displayName=\"Urgent\"/></procedure>";
        ClinicalItem item = only("18776-5", "", entry);
        assertThat(item.status()).isEqualTo(ItemStatus.PLANNED);
        assertThat(item.detail()).contains("Priorité : Urgent");
    }

    @Test
    void anAttachmentIsNamedAndItsBytesAreNot() {
        String entry = "<organizer><code code=\"55107-7\" codeSystem=\"" + Cda.LOINC + "\"/><component>"
                + Cda.observation(
                        "69764-9",
                        Cda.LOINC,
                        "Type",
                        "<value xsi:type=\"CD\" code=\"D1\" codeSystem=\"1\"" + " displayName=\"Carte\"/>")
                + "</component><component><observationMedia><value mediaType=\"application/pdf\""
                + " representation=\"B64\">JVBERi0=</value></observationMedia></component></organizer>";
        ClinicalItem item = only("55107-7", "", entry);
        assertThat(item.label()).isEqualTo("Carte");
        assertThat(item.detail()).contains("application/pdf").doesNotContain("JVBERi0");
    }
}
