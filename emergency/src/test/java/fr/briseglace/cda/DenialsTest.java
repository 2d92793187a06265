package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.SectionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document denies, withdraws or contradicts is never read as if it held, wherever the denial stands. */
class DenialsTest {
    private static final String REACTION = Cda.observation(
            "418799008",
            Cda.SNOMED,
            "symptôme",
            "<value xsi:type=\"CD\" code=\"39579001\" codeSystem=\"" + Cda.SNOMED + "\" displayName=\"choc\"/>");

    private static ClinicalItem only(String code, String text, String entry) {
        List<ClinicalItem> items = Cda.items(Cda.section(code, "Titre", text, entry));
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static String status(String question, String answer) {
        return Cda.inside(
                "SUBJ",
                Cda.observation(
                        question,
                        Cda.LOINC,
                        "statut",
                        "<value xsi:type=\"CD\" code=\"" + answer + "\" codeSystem=\"1.2\"/>"));
    }

    private static String problem(String inside) {
        return Cda.problem("M10", Cda.CIM_10, "Goutte", "#p", inside);
    }

    private static String allergy(String attributes, String agents, String inside) {
        return "<act><code nullFlavor=\"NA\"/><entryRelationship typeCode=\"SUBJ\"><observation " + attributes + ">"
                + "<templateId root=\"1.3.6.1.4.1.19376.1.5.3.1.4.6\"/>"
                + "<code code=\"ALG\" codeSystem=\"2.16.840.1.113883.5.4\" displayName=\"Allergie\"/>"
                + "<value xsi:type=\"CD\" nullFlavor=\"NI\"/>" + agents + inside
                + "</observation></entryRelationship></act>";
    }

    private static String agent(String code) {
        return "<participant typeCode=\"CSM\"><participantRole><playingEntity>" + code
                + "</playingEntity></participantRole></participant>";
    }

    private static String named(String code, String name) {
        return agent(
                "<code code=\"" + code + "\" codeSystem=\"2.16.840.1.113883.6.347\" displayName=\"" + name + "\"/>");
    }

    @ParameterizedTest
    @CsvSource({"refuted, REFUTED", "410516002, REFUTED", "410594000, REFUTED", "entered-in-error, ENTERED_IN_ERROR"})
    void aCertaintyThatDeniesOutweighsAClinicalStatusBeforeOrAfterIt(String code, ItemStatus expected) {
        String certainty = status("66455-7", code);
        String active = status("33999-4", "active");
        assertThat(only("11450-4", "", problem(certainty + active)).status()).isEqualTo(expected);
        assertThat(only("11450-4", "", problem(active + certainty)).status()).isEqualTo(expected);
    }

    @Test
    void aNegationOutweighsAClinicalStatusInsideIt() {
        String entry = problem(status("33999-4", "active"))
                .replace("moodCode=\"EVN\"><templateId", "negationInd=\"true\"><templateId");
        assertThat(only("11450-4", "", entry).status()).isEqualTo(ItemStatus.ABSENT);
    }

    @Test
    void aNegationIsReadHoweverItIsWritten() {
        for (String written :
                List.of("negationInd=\"1\"", "sdtc:negationInd=\"true\" xmlns:sdtc=\"urn:hl7-org:sdtc\"")) {
            String entry = problem("").replace("moodCode=\"EVN\"><templateId", written + "><templateId");
            assertThat(only("11450-4", "", entry).status()).as(written).isEqualTo(ItemStatus.ABSENT);
        }
    }

    @Test
    void aWithdrawnStatementIsAnErrorWhateverItSaysInside() {
        String active = status("33999-4", "active");
        assertThat(only("11450-4", "", problem(active).replace("\"completed\"", "\"nullified\""))
                        .status())
                .isEqualTo(ItemStatus.ENTERED_IN_ERROR);
        assertThat(only(
                                "11450-4",
                                "",
                                problem(active).replace("statusCode code=\"active\"", "statusCode code=\"nullified\""))
                        .status())
                .isEqualTo(ItemStatus.ENTERED_IN_ERROR);
    }

    @Test
    void whatHoldsAnotherDeniesIt() {
        assertThat(only("11450-4", "", problem("").replace("<act ", "<act negationInd=\"true\" "))
                        .status())
                .isEqualTo(ItemStatus.ABSENT);
    }

    @Test
    void whatALinkDeniesIsDenied() {
        String entry = problem("")
                .replace("typeCode=\"SUBJ\" inversionInd", "typeCode=\"SUBJ\" negationInd=\"true\" inversionInd");
        assertThat(only("11450-4", "", entry).status()).isEqualTo(ItemStatus.ABSENT);
    }

    @Test
    void aReactionThatDidNotHappenIsNoReaction() {
        for (String denied : List.of(
                Cda.inside("MFST", REACTION.replace("<observation ", "<observation negationInd=\"true\" ")),
                Cda.inside("MFST", REACTION).replace("<entryRelationship ", "<entryRelationship negationInd=\"true\" "),
                Cda.inside("MFST", REACTION.replace("<value", "<statusCode code=\"nullified\"/><value")))) {
            ClinicalItem item = only("48765-2", "", allergy("", named("XM1", "AMOXICILLINE"), denied));
            assertThat(item.traits()).extracting(Coding::code).doesNotContain("39579001");
            assertThat(item.detail()).containsPattern("Réaction : (non|annulé), choc");
        }
    }

    @Test
    void aReactionThatIsWrittenAndCodedAsDeniedIsSaidBothWays() {
        String reaction = REACTION.replace("<observation ", "<observation negationInd=\"true\" ")
                .replace("<value", "<text><reference value=\"#r\"/></text><value");
        ClinicalItem item = only(
                "48765-2",
                "<content ID=\"r\">Choc sévère</content>",
                allergy("", named("XM1", "AMOXICILLINE"), Cda.inside("MFST", reaction)));
        assertThat(item.detail()).contains("Réaction : choc, Choc sévère, codée comme absente");
    }

    @Test
    void everyAgentOfAnAllergyIsKept() {
        ClinicalItem item =
                only("48765-2", "", allergy("", named("XM1", "AMOXICILLINE") + named("XM2", "CLAVULANATE"), ""));
        assertThat(item.label()).isEqualTo("AMOXICILLINE");
        assertThat(item.codings()).extracting(Coding::code).containsExactly("XM1", "XM2");
        assertThat(item.detail()).contains("Agent : CLAVULANATE");
    }

    @Test
    void aDeniedAllergyToNothingNamedDeniesAll() {
        String nameless = agent("<code nullFlavor=\"NA\"/>");
        assertThat(only("48765-2", "", allergy("negationInd=\"true\"", nameless, ""))
                        .none())
                .isTrue();
        assertThat(only("48765-2", "", allergy("negationInd=\"true\"", named("XM1", "AMOXICILLINE"), ""))
                        .none())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-known-allergies", "no-allergy-info"})
    void whatIsWrittenBesideACodeThatSaysNothingIsStillShown(String code) {
        String entry = Cda.observation(
                "ASSERTION",
                Cda.SNOMED,
                "",
                "<value xsi:type=\"CD\" code=\"" + code + "\" codeSystem=\"1.2\" displayName=\"x\"/>");
        assertThat(Cda.items(Cda.section("48765-2", "Allergies", "<paragraph>Pénicilline : choc</paragraph>", entry)))
                .anySatisfy(item -> {
                    assertThat(item.label()).isEqualTo("Pénicilline : choc");
                    assertThat(item.none()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Pas d'allergie connue à ce jour selon la famille", "Patient sans allergie connue", "Néant"})
    void whatIsWrittenBesideACodeThatDeniesAndDeniesTooIsOneFact(String words) {
        String entry = Cda.observation(
                "ASSERTION",
                Cda.SNOMED,
                "",
                "<value xsi:type=\"CD\" code=\"no-known-allergies\" codeSystem=\"1.2\" displayName=\"Pas d'allergie connue\"/>");
        assertThat(Cda.items(Cda.section("48765-2", "Allergies", "<paragraph>" + words + "</paragraph>", entry)))
                .singleElement()
                .satisfies(item -> assertThat(item.none()).isTrue());
    }

    @Test
    void anExceptionToADenialIsAFactOfItsOwn() {
        String entry = Cda.observation(
                "ASSERTION",
                Cda.SNOMED,
                "",
                "<value xsi:type=\"CD\" code=\"no-known-allergies\" codeSystem=\"1.2\" displayName=\"x\"/>");
        assertThat(Cda.items(Cda.section("48765-2", "A", "<paragraph>Aucune, sauf le latex</paragraph>", entry)))
                .filteredOn(item -> !item.none())
                .extracting(ClinicalItem::label)
                .containsExactly("Aucune, sauf le latex");
    }

    @Test
    void whatSilenceIsWrittenBesideACodeThatSaysNothingIsSilence() {
        String entry = Cda.observation(
                "ASSERTION",
                Cda.SNOMED,
                "",
                "<value xsi:type=\"CD\" code=\"no-allergy-info\" codeSystem=\"1.2\" displayName=\"Pas d'information\"/>");
        assertThat(Cda.items(Cda.section("48765-2", "Allergies", "<paragraph>Pas d'information</paragraph>", entry)))
                .isEmpty();
    }

    @Test
    void anIllnessOfARelativeIsTheirsInWhateverSectionItStands() {
        String entry = problem("")
                .replace(
                        "<templateId",
                        "<subject><relatedSubject><code code=\"FTH\" codeSystem=\"1\" displayName=\"Père\"/></relatedSubject></subject><templateId");
        ClinicalItem item = only("11348-0", "", entry);
        assertThat(item.label()).isEqualTo("Père : Goutte");
        assertThat(item.section()).isEqualTo(SectionKind.FAMILY_HISTORY);
    }

    @ParameterizedTest
    @CsvSource({
        "Présente ?, Non, ABSENT",
        "Atteinte, Non, ABSENT",
        "Etat, Absent, ABSENT",
        "Statut, Réfutée, REFUTED",
        "Statut, Inactif, INACTIVE",
        "Statut, Résolu, RESOLVED",
        "Statut, Arrêté, STOPPED",
        "Statut, Suspendu, SUSPENDED",
        "Présente ?, Oui, ACTIVE"
    })
    void whatARowSaysOfItselfIsItsStatus(String heading, String words, ItemStatus expected) {
        String text = "<table><thead><tr><th>Traitement</th><th>" + heading + "</th></tr></thead>"
                + "<tbody><tr><td>EXEMPLE</td><td>" + words + "</td></tr></tbody></table>";
        assertThat(Cda.items(Cda.section("10160-0", "T", text))).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(expected);
            assertThat(item.detail()).contains(words);
        });
    }

    @Test
    void whatInsuranceDidNotPayForIsNotDenied() {
        String entry =
                "<procedure><code code=\"no-known-procedures\" codeSystem=\"1.2\" displayName=\"Pas d'acte\"/></procedure>";
        String section = Cda.section("29554-3", "Actes", "Aucune donnée de remboursement connue", entry);
        assertThat(Cda.read(Cda.document("REMB", "", Cda.sections(section))).items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.none()).isFalse());
        assertThat(Cda.items(section)).singleElement().satisfies(item -> assertThat(item.none())
                .isTrue());
    }

    @Test
    void anUncertainStatementSaysSo() {
        String entry = Cda.observation(
                "282291009",
                Cda.SNOMED,
                "diagnostic",
                "<uncertaintyCode code=\"U\" codeSystem=\"2.16.840.1.113883.5.1053\" displayName=\"incertain\"/>"
                        + "<value xsi:type=\"CD\" code=\"M10\" codeSystem=\"" + Cda.CIM_10
                        + "\" displayName=\"Goutte\"/>");
        assertThat(only("11450-4", "", entry).detail()).contains("Incertitude : incertain");
    }
}
