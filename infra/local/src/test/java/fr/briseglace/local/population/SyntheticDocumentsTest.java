package fr.briseglace.local.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SyntheticDocumentsTest {
    private static final Population POPULATION = Population.of(
            15, 1_000, LocalDate.of(2026, 11, 21), List.of("899900000001", "899900000002", "899900000003"));
    private static final List<SyntheticPatient> PATIENTS = POPULATION.patients().toList();
    private static final int KIB = 1_024;

    @Test
    void documentsAreAsLargeAsThoseOfTheField() {
        List<Integer> sizes =
                documents().stream().map(document -> document.cda().length).toList();
        assertThat(sizes).allMatch(size -> size > 6 * KIB && size < 50 * KIB);
        assertThat(sizes.stream().filter(size -> size >= 8 * KIB && size <= 40 * KIB))
                .hasSizeGreaterThan(sizes.size() * 98 / 100);
    }

    @Test
    void patientsHaveOneToFourDocumentsAndTwoOnTheAverage() {
        List<Integer> counts = PATIENTS.stream()
                .map(patient -> patient.documents().size())
                .filter(count -> count > 0)
                .toList();
        assertThat(counts).allMatch(count -> count <= 4);
        assertThat(counts.stream().mapToInt(count -> count).average().orElseThrow())
                .isBetween(1.8, 2.2);
    }

    @Test
    void everyDocumentIsOfItsPatientAndRefersToItsOwnNarrative() throws Exception {
        DocumentBuilder parser = hardened();
        for (SyntheticPatient patient : PATIENTS) {
            for (SyntheticDocument document : patient.documents()) {
                Document xml = parser.parse(new ByteArrayInputStream(document.cda()));
                Element id = (Element) ((Element) elements(xml, "patientRole").item(0))
                        .getElementsByTagNameNS("*", "id")
                        .item(0);
                assertThat(id.getAttribute("extension"))
                        .isEqualTo(patient.file().ins().value());
                assertThat(id.getAttribute("root"))
                        .isEqualTo(patient.file().ins().oid());
                List<String> ids = attributes(xml, "content", "ID");
                assertThat(ids).doesNotHaveDuplicates();
                assertThat(ids)
                        .containsAll(attributes(xml, "reference", "value").stream()
                                .map(reference -> reference.substring(1))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYNTH", "60591-5", "11490-0", "11369-6", "11502-2", "60593-1", "57833-6", "REMB", "74207-2", "11488-4"
            })
    void everyTypeOfDocumentComesUp(String type) throws Exception {
        DocumentBuilder parser = hardened();
        Set<String> types = new HashSet<>();
        for (SyntheticDocument document : documents()) {
            Document xml = parser.parse(new ByteArrayInputStream(document.cda()));
            types.add(((Element) elements(xml, "code").item(0)).getAttribute("code"));
            if (types.contains(type)) {
                break;
            }
        }
        assertThat(types).contains(type);
    }

    @Test
    void theSamePatientHasTheSameBytesInAnyPopulation() {
        Population larger = Population.of(
                15, 500_000, LocalDate.of(2026, 11, 21), List.of("899900000001", "899900000002", "899900000003"));
        IntStream.range(0, 60).forEach(index -> {
            List<SyntheticDocument> documents = PATIENTS.get(index).documents();
            List<SyntheticDocument> again = larger.patient(index).documents();
            assertThat(again).hasSameSizeAs(documents);
            for (int i = 0; i < documents.size(); i++) {
                assertThat(again.get(i).cda()).isEqualTo(documents.get(i).cda());
            }
        });
    }

    @Test
    void theFirstPatientHasSomethingToShow() {
        assertThat(text(Situation.ORDINARY))
                .contains("STIMULATEUR CARDIAQUE", "amoxicilline", "Fibrillation auriculaire", "Choc anaphylactique");
        SyntheticPatient first = POPULATION.firstWith(Situation.ORDINARY);
        assertThat(first.ordinary()).isTrue();
        assertThat(first.file().contacts().secureMailbox()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"MASKED_DOCUMENT", "MASKED_BUT_SHOWN"})
    void oneDocumentIsMaskedAndOneIsNot(Situation situation) {
        assertThat(POPULATION.firstWith(situation).documents())
                .extracting(SyntheticDocument::masked)
                .containsExactly(false, true);
    }

    @Test
    void aReplacementNamesTheVersionBeforeAndKeepsItsSet() throws Exception {
        List<SyntheticDocument> documents =
                POPULATION.firstWith(Situation.REPLACED_VERSION).documents();
        Document before =
                hardened().parse(new ByteArrayInputStream(documents.get(1).cda()));
        Document after =
                hardened().parse(new ByteArrayInputStream(documents.get(2).cda()));
        Element parent = (Element) elements(after, "parentDocument").item(0);
        assertThat(((Element) parent.getElementsByTagNameNS("*", "id").item(0)).getAttribute("root"))
                .isEqualTo(((Element) elements(before, "id").item(0)).getAttribute("root"));
        assertThat(((Element) elements(after, "setId").item(0)).getAttribute("root"))
                .isEqualTo(((Element) elements(before, "setId").item(0)).getAttribute("root"));
    }

    @Test
    void noTwoDocumentsHaveTheSameIdentifier() throws Exception {
        DocumentBuilder parser = hardened();
        Set<String> seen = new HashSet<>();
        for (SyntheticDocument document : documents()) {
            Document xml = parser.parse(new ByteArrayInputStream(document.cda()));
            assertThat(seen.add(((Element) elements(xml, "id").item(0)).getAttribute("root")))
                    .isTrue();
        }
    }

    @Test
    void nothingIsDatedBeforeTheBirthOrAfterTheDocument() throws Exception {
        DocumentBuilder parser = hardened();
        for (SyntheticPatient patient : PATIENTS) {
            String birth = patient.file().identity().birthDate().format(DateTimeFormatter.BASIC_ISO_DATE);
            for (SyntheticDocument document : patient.documents()) {
                Document xml = parser.parse(new ByteArrayInputStream(document.cda()));
                String written = ((Element) elements(xml, "effectiveTime").item(0)).getAttribute("value");
                Element body = (Element) elements(xml, "component").item(0);
                assertThat(lows(body)).allMatch(low -> low.compareTo(birth) >= 0 && low.compareTo(written) <= 0);
            }
        }
    }

    @Test
    void everySectionHasWordsOrSections() throws Exception {
        DocumentBuilder parser = hardened();
        for (SyntheticDocument document : documents()) {
            NodeList sections = elements(parser.parse(new ByteArrayInputStream(document.cda())), "section");
            for (int i = 0; i < sections.getLength(); i++) {
                NodeList words = ((Element) sections.item(i)).getElementsByTagNameNS("*", "content");
                assertThat(words.getLength()).isPositive();
            }
        }
    }

    @Test
    void thePersonToCallIsTheSameInEveryDocument() throws Exception {
        DocumentBuilder parser = hardened();
        Set<String> numbers = new HashSet<>();
        for (SyntheticDocument document :
                POPULATION.firstWith(Situation.ORDINARY).documents()) {
            Document xml = parser.parse(new ByteArrayInputStream(document.cda()));
            Element contact = (Element) elements(xml, "relatedEntity").item(0);
            numbers.add(
                    ((Element) contact.getElementsByTagNameNS("*", "telecom").item(0)).getAttribute("value"));
        }
        assertThat(numbers).hasSize(1);
    }

    @Test
    void hiddenDocumentsAreHiddenFromWhomTheyShouldBe() {
        assertThat(POPULATION.firstWith(Situation.HIDDEN_FROM_PATIENT).documents())
                .extracting(SyntheticDocument::hiddenFromPatient)
                .containsExactly(false, true);
        assertThat(POPULATION.firstWith(Situation.HIDDEN_FROM_REPRESENTATIVES).documents())
                .extracting(SyntheticDocument::hiddenFromRepresentatives)
                .containsExactly(false, true);
    }

    @Test
    void whatTheSituationSaysStandsInTheDocuments() {
        assertThat(text(Situation.RESUSCITATION_REFUSED)).contains("75779-9", "value=\"false\"");
        assertThat(text(Situation.PREGNANT)).contains("77386006");
        assertThat(text(Situation.NO_KNOWN_ALLERGY)).contains("716186003");
        assertThat(text(Situation.REPLACED_VERSION)).contains("RPLC");
        assertThat(text(Situation.NO_RECORD)).isEmpty();
    }

    private static List<SyntheticDocument> documents() {
        return PATIENTS.stream()
                .flatMap(patient -> patient.documents().stream())
                .toList();
    }

    private static String text(Situation situation) {
        StringBuilder text = new StringBuilder();
        POPULATION
                .firstWith(situation)
                .documents()
                .forEach(document -> text.append(new String(document.cda(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static DocumentBuilder hardened() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }

    private static NodeList elements(Document xml, String name) {
        return xml.getElementsByTagNameNS("urn:hl7-org:v3", name);
    }

    private static List<String> lows(Element body) {
        NodeList found = body.getElementsByTagNameNS("urn:hl7-org:v3", "low");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(low -> !low.hasAttribute("unit"))
                .map(low -> low.getAttribute("value"))
                .toList();
    }

    private static List<String> attributes(Document xml, String element, String attribute) {
        NodeList found = elements(xml, element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute(attribute))
                .toList();
    }
}
