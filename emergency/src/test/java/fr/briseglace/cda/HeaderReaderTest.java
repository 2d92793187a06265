package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Sex;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.SourceKind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    private static final String BODY =
            Cda.sections(Cda.section("55112-7", "Commentaire", "<paragraph>Rien de plus</paragraph>"));

    private static DocumentHeader header(String parts) {
        return Cda.read(Cda.document("11490-0", parts, BODY)).header();
    }

    @Test
    void theIdentityOfTheDocumentIsRead() {
        DocumentHeader header = header(
                "<setId root=\"1.2.4\"/><versionNumber value=\"3\"/>"
                        + "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.2.5\"/><setId root=\"1.2.4\"/>"
                        + "</parentDocument></relatedDocument>"
                        + "<relatedDocument typeCode=\"XFRM\"><parentDocument><id root=\"1.2.6\"/></parentDocument></relatedDocument>");
        assertThat(header.uniqueId()).isEqualTo("1.2.3^7");
        assertThat(header.setId()).isEqualTo("1.2.4");
        assertThat(header.version()).isEqualTo(3);
        assertThat(header.related())
                .containsExactly(
                        new RelatedDocument(RelatedDocument.Kind.REPLACES, "1.2.5", "1.2.4"),
                        new RelatedDocument(RelatedDocument.Kind.TRANSFORMS, "1.2.6", null));
        assertThat(header.created()).isEqualTo(Instant.parse("2026-01-10T11:00:00Z"));
        assertThat(header.title()).isEqualTo("Document d'essai");
    }

    @Test
    void birthGivenNamesComeInOrderAndTheFirstOnce() {
        PatientTraits traits = header("").patient();
        assertThat(traits.givenNames()).containsExactly("LINA", "ZOE");
        assertThat(traits.birthName()).isEqualTo("ALPHA");
        assertThat(traits.usedName()).isEqualTo("BETA");
        assertThat(traits.birthDate()).isEqualTo(LocalDate.of(1979, 3, 28));
        assertThat(traits.sex()).isEqualTo(Sex.F);
        assertThat(traits.birthPlace()).isEqualTo("51215");
        assertThat(traits.identity(IdentityStatus.QUALIFIED)).isNotNull();
    }

    @Test
    void anInsIsTheIdentifierWhoseAuthorityAndKeyAreRight() {
        assertThat(header("").ins()).isNotNull();
        String other = Cda.document("11490-0", "", BODY)
                .replace(Cda.INS, "<id root=\"" + PatientId.INS_C + "\" extension=\"0123456789012345678901\"/>");
        assertThat(Cda.read(other).header().ins()).isNull();
        assertThat(Cda.read(other).header().patientIds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MASQUE_PS, true, false, false",
        "INVISIBLE_PATIENT, false, true, false",
        "INVISIBLE_REPRESENTANTS_LEGAUX, false, false, true"
    })
    void confidentialityIsFoundAmongCodesAndTranslations(
            String code, boolean masked, boolean hidden, boolean hiddenFromRepresentatives) {
        String coded = " code=\"" + code + "\" codeSystem=\"1.2.250.1.213.1.1.4.13\"/>";
        String own = "<confidentialityCode" + coded;
        String translated = "<confidentialityCode code=\"R\" codeSystem=\"2.16.840.1.113883.5.25\"><translation" + coded
                + "</confidentialityCode>";
        for (String part : new String[] {own, translated}) {
            DocumentHeader header = header(part);
            assertThat(header.masked()).isEqualTo(masked);
            assertThat(header.hiddenFromPatient()).isEqualTo(hidden);
            assertThat(header.hiddenFromRepresentatives()).isEqualTo(hiddenFromRepresentatives);
        }
    }

    @Test
    void anAuthorHasIdNameProfessionAndSpecialty() {
        DocumentAuthor author = header("<author><time value=\"20260110\"/><assignedAuthor>"
                        + "<id root=\"1.2.250.1.71.4.2.1\" extension=\"810000000001\"/>"
                        + "<code code=\"G15_10/SM26\" displayName=\"Médecin - Médecine générale (SM)\"/>"
                        + "<assignedPerson><name><given>Ada</given><family>GAMMA</family><suffix>DR</suffix></name></assignedPerson>"
                        + "<representedOrganization><name>Maison de santé</name></representedOrganization>"
                        + "</assignedAuthor></author>")
                .authors()
                .getFirst();
        assertThat(author.id()).isEqualTo("810000000001");
        assertThat(author.professionCode()).isEqualTo("G15_10/SM26");
        assertThat(author.organisation()).isEqualTo("Maison de santé");
        assertThat(author.kind()).isEqualTo(SourceKind.PROFESSIONAL);
        assertThat(author.asAuthor().name()).isEqualTo("Dr Ada GAMMA");
        assertThat(author.asAuthor().profession()).isEqualTo("Médecin");
        assertThat(author.asAuthor().specialty()).isEqualTo("Médecine générale (SM)");
    }

    @Test
    void aPatientWhoWritesIsAPatientAndReimbursementsAreTheInsurers() {
        String author = "<author><assignedAuthor>" + Cda.INS + "</assignedAuthor></author>";
        assertThat(header(author).kind()).isEqualTo(SourceKind.PATIENT);
        assertThat(Cda.read(Cda.document("REMB", author, BODY)).header().kind()).isEqualTo(SourceKind.INSURER);
    }

    @Test
    void theGpIsWhoeverActsAsSuchAndTheOneWithASecureAddressFirst() {
        String gp = "<functionCode code=\"PCP\"/>";
        GeneralPractitioner found = header(
                        "<author>" + gp + "<assignedAuthor><assignedPerson><name><family>DELTA</family>"
                                + "</name></assignedPerson></assignedAuthor></author>"
                                + "<participant typeCode=\"INF\">" + gp + "<associatedEntity>"
                                + "<id root=\"1.2.250.1.71.4.2.1\" extension=\"810000000002\"/>"
                                + "<telecom value=\"mailto:a.delta@medecin.mssante.fr\"/>"
                                + "<associatedPerson><name><family>DELTA</family></name></associatedPerson>"
                                + "</associatedEntity></participant>")
                .generalPractitioner();
        assertThat(found).isEqualTo(new GeneralPractitioner("810000000002", "DELTA", "a.delta@medecin.mssante.fr"));
    }

    @Test
    void peopleToCallBecomeOneItemEach() {
        String person = "<code code=\"SIS\" displayName=\"Soeur\"/><telecom value=\"tel:0600000000\"/>"
                + "<relatedPerson><name><given>Eva</given><family>ALPHA</family></name></relatedPerson></relatedEntity></informant>";
        CdaDocument document = Cda.read(Cda.document(
                "11490-0",
                "<informant><relatedEntity classCode=\"ECON\">" + person
                        + "<informant><relatedEntity classCode=\"NOK\">" + person,
                BODY));
        assertThat(document.items().getFirst()).satisfies(HeaderReaderTest::isTheSister);
    }

    private static void isTheSister(ClinicalItem item) {
        assertThat(item.label()).isEqualTo("Eva ALPHA");
        assertThat(item.detail())
                .contains("Personne à prévenir en cas d'urgence", "Personne de confiance", "Soeur", "0600000000");
    }

    @Test
    void representativesHaveNameTelecomsAndAddress() {
        String guardian = "<guardian><addr><houseNumber>3</houseNumber><streetName>rue Haute</streetName>"
                + "<postalCode>44000</postalCode><city>NANTES</city></addr><telecom value=\"tel:0200000000\"/>"
                + "<guardianPerson><name><given>Max</given><family>ALPHA</family></name></guardianPerson></guardian>";
        String xml = Cda.document("11490-0", "", BODY).replace("</patient>", guardian + "</patient>");
        Guardian found = Cda.read(xml).header().guardians().getFirst();
        assertThat(found.name()).isEqualTo("Max ALPHA");
        assertThat(found.telecoms()).containsExactly("tel:0200000000");
        assertThat(found.address()).containsExactly("3 rue Haute", "44000 NANTES");
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2025-12-31T23:00:00Z",
        "20260710, 2026-07-09T22:00:00Z",
        "202601101230, 2026-01-10T11:30:00Z",
        "20260110123000+0000, 2026-01-10T12:30:00Z",
        "20260110123000.123-0500, 2026-01-10T17:30:00Z"
    })
    void aTimeWithoutAZoneIsFrenchTime(String hl7, Instant instant) {
        assertThat(CdaTime.instant(hl7)).isEqualTo(instant);
    }
}
