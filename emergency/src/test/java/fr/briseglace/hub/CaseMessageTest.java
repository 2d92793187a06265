package fr.briseglace.hub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.hub.CaseMessage.Kind;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.Traits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a message, and what is wrong with what is none. */
class CaseMessageTest {
    private static final Ins INS = new Ins("279035121518989", Ins.NIR);

    private static HubReading read(String text) {
        return CaseMessage.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CaseMessage message(String text) {
        HubReading reading = read(text);
        assertThat(reading).isInstanceOf(CaseMessage.class);
        return (CaseMessage) reading;
    }

    private static CasePatient patient(String more) {
        return message(HubMessages.creation(HubMessages.patient(more)))
                .patients()
                .getFirst();
    }

    @Test
    void bareCreationTellsOfItsCaseAndPatients() {
        CaseMessage message = message(HubMessages.creation(
                HubMessages.patient(1, HubMessages.nir(INS)),
                HubMessages.patient(2, ",\"detail\":{\"age\":\"P55Y\"}")));

        assertThat(message.kind()).isEqualTo(Kind.CREATION);
        assertThat(message.caseId().value()).isEqualTo(HubMessages.CASE);
        assertThat(message.sender()).isNull();
        assertThat(message.announces()).isTrue();
        assertThat(message.patients()).hasSize(2);
        assertThat(message.patients().getFirst().id().value()).isEqualTo(HubMessages.PATIENT);
        assertThat(message.patients().getFirst().matricule()).isEqualTo(INS);
        assertThat(message.patients().getLast().matricule()).isNull();
        assertThat(message.patients().getLast().traits()).isNull();
    }

    @Test
    void updateAndLinkTellOfThemToo() {
        assertThat(message(HubMessages.update(HubMessages.patient(""))).kind()).isEqualTo(Kind.UPDATE);
        assertThat(message("{\"createCaseHealthUpdate\":{\"caseId\":\"" + HubMessages.CASE + "\"}}")
                        .patients())
                .isEmpty();
        CaseMessage link = message(HubMessages.link());
        assertThat(link.kind()).isEqualTo(Kind.LINK);
        assertThat(link.patients().getFirst().id().value()).isEqualTo(HubMessages.PATIENT);
    }

    @Test
    void memberThatIsNullIsAbsent() {
        assertThat(message(HubMessages.link().replace("\"" + HubMessages.PATIENT + "\"", "null"))
                        .patients())
                .isEmpty();
        CasePatient patient = patient(",\"administrativeFile\":{\"externalId\":null},\"identity\":null");
        assertThat(patient.matricule()).isNull();
        assertThat(patient.traits()).isNull();
    }

    @Test
    void patientIsNamedAsInTheFirstVersionOfTheStandardToo() {
        String former =
                HubMessages.creation(HubMessages.patient(HubMessages.nir(INS))).replace("patientId", "idPat");
        assertThat(message(former).patients().getFirst().id().value()).isEqualTo(HubMessages.PATIENT);
        assertThat(message(former).patients().getFirst().matricule()).isEqualTo(INS);
        assertThat(message(HubMessages.link().replace("patientId", "idPat")).patients())
                .hasSize(1);
    }

    @Test
    void envelopeNamesTheSender() {
        CaseMessage message = message(HubMessages.enveloped(HubMessages.creation(HubMessages.patient(""))));

        assertThat(message.sender()).isEqualTo("fr.health.samu440");
        assertThat(message.caseId().value()).isEqualTo(HubMessages.CASE);
        assertThat(message.patients()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Report, Actual, true",
        "Update, Actual, true",
        "Cancel, Actual, false",
        "Ack, Actual, false",
        "Report, Exercise, false",
        "Report, Test, false"
    })
    void exerciseOrCancellationAnnouncesNothing(String kind, String status, boolean announces) {
        assertThat(message(HubMessages.enveloped(HubMessages.creation(), kind, status))
                        .announces())
                .isEqualTo(announces);
    }

    @ParameterizedTest
    @ValueSource(strings = {"279035121518989", "2 79 03 51 215 189 89", "279035121518989 "})
    void matriculeIsReadHoweverItIsSpaced(String written) {
        assertThat(patient(HubMessages.number("NIR", written)).matricule()).isEqualTo(INS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"279035121518988", "2790351215189", "", "x", "279035121518989279035121518989279035121518989"})
    void matriculeWithASlipIsLeftOutAndThePatientStays(String written) {
        assertThat(patient(HubMessages.number("NIR", written)).matricule()).isNull();
    }

    @Test
    void numbersOfOtherKindsIdentifyNobody() {
        CasePatient patient = patient(HubMessages.number("DOSSARD", "279035121518989"));
        assertThat(patient.matricule()).isNull();
        assertThat(patient.bracelets()).isEmpty();
        assertThat(patient(HubMessages.number("SINUS", "44-0001")).bracelets()).containsExactly("44-0001");
    }

    @Test
    void traitsAreThoseThatWereSaid() {
        assertThat(patient(HubMessages.traits("Roy", "Julie", "1979-03-28")).traits())
                .isEqualTo(new Traits("Roy", "Roy", "Julie", LocalDate.of(1979, 3, 28), Sex.F, null));
        assertThat(patient(
                                ",\"identity\":{\"strictFeatures\":{\"birthName\":\"Petit\",\"birthDate\":\"1979-03-28\",\"sex\":\"UN\"},"
                                        + "\"nonStrictFeatures\":{\"lastName\":\"Roy \",\"firstName\":\" Julie\"}}")
                        .traits())
                .isEqualTo(new Traits("Petit", "Roy", "Julie", LocalDate.of(1979, 3, 28), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Roy, Julie, 1979-13-28",
        "Roy, Julie, +1979-03-28",
        "Roy, Julie, 1979",
        "Roy, '', 1979-03-28",
        "'', Julie, 1979-03-28",
        "?, Julie, 1979-03-28"
    })
    void traitsThatAreTooFewAreNone(String lastName, String firstName, String birthDate) {
        assertThat(patient(HubMessages.traits(lastName, firstName, birthDate)).traits())
                .isNull();
    }

    @Test
    void membersThatNobodyLooksAtMayBeAnything() {
        assertThat(message(HubMessages.creation(HubMessages.patient(",\"new\":[[{}]],\"detail\":7")))
                        .patients())
                .hasSize(1);
        assertThat(message("{\"later\":1,\"createCaseHealth\":{\"caseId\":\"" + HubMessages.CASE
                                + "\",\"patient\":null,\"qualification\":false}}")
                        .patients())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JSON | ",
                "JSON | []",
                "JSON | {\"createCaseHealth\":{},\"createCaseHealth\":{}}",
                "CASE | {}",
                "CASE | {\"reference\":{\"distributionID\":\"fr.health.samu440_1\"}}",
                "CASE | {\"createCaseHealth\":{},\"createCaseHealthUpdate\":{}}",
                "CASE_ID | {\"createCaseHealth\":{}}",
                "CASE_ID | {\"createCaseHealth\":{\"caseId\":\"samu440.42\"}}",
                "CASE_ID | {\"createCaseHealth\":{\"caseId\":\"fr.health..samu440.42\"}}",
                "CASE_ID | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.42.\"}}",
                "CASE_ID | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.é\"}}",
                "FORM | {\"createCaseHealth\":[]}",
                "FORM | {\"createCaseHealth\":{\"caseId\":42}}",
                "FORM | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.42\",\"patient\":{}}}",
                "FORM | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.42\",\"patient\":[1]}}",
                "PATIENT_ID | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.42\",\"patient\":[{}]}}",
                "PATIENT_ID | {\"createCaseHealth\":{\"caseId\":\"fr.health.samu440.42\",\"patient\":[{\"patientId\":\"1\"}]}}",
                "ENVELOPE | {\"content\":[]}",
                "ENVELOPE | {\"distributionID\":\"fr.health.samu440_1\"}"
            })
    void faultIsNamed(HubFault fault, String text) {
        assertThat(read(text == null ? "" : text)).isEqualTo(fault);
    }

    @Test
    void envelopeMustSayWhoSendsItAndHowItIsMeant() {
        String sound = HubMessages.enveloped(HubMessages.creation());

        assertThat(read(sound.replace("samu440_3f1c\",\"senderID", "samu750_3f1c\",\"senderID")))
                .isEqualTo(HubFault.ENVELOPE);
        assertThat(read(sound.replace("\"senderID\"", "\"sender\""))).isEqualTo(HubFault.ENVELOPE);
        assertThat(read(sound.replace("\"distributionStatus\"", "\"status\""))).isEqualTo(HubFault.ENVELOPE);
        assertThat(read(sound.replace("\"distributionKind\"", "\"kind\""))).isEqualTo(HubFault.ENVELOPE);
        assertThat(read(sound.replace("[{\"jsonContent\"", "[{},{\"jsonContent\"")))
                .isEqualTo(HubFault.ENVELOPE);
        assertThat(read(sound.replace("createCaseHealth", "resourcesInfo"))).isEqualTo(HubFault.CASE);
        assertThat(read(sound.replace("\"embeddedJsonContent\"", "\"other\""))).isEqualTo(HubFault.CASE);
    }

    @Test
    void sizeIsBounded() {
        String sound = HubMessages.creation(HubMessages.patient(""));
        int length = sound.getBytes(StandardCharsets.UTF_8).length;

        assertThat(read(sound + " ".repeat(CaseMessage.LARGEST - length))).isInstanceOf(CaseMessage.class);
        assertThat(read(sound + " ".repeat(CaseMessage.LARGEST - length + 1))).isEqualTo(HubFault.SIZE);
    }

    @Test
    void nothingIsSaidOfThePatientByAccident() {
        CaseMessage message = message(HubMessages.creation(HubMessages.patient(HubMessages.nir(INS))));

        assertThat(message + " " + message.patients() + message.caseId()
                        + message.patients().getFirst().id())
                .doesNotContain("2790", "DRFR");
    }

    @Test
    void linkThatWeWriteIsAMessageOfTheHub() {
        CaseId caseId = new CaseId(HubMessages.CASE);
        CasePatientId patient = new CasePatientId(HubMessages.PATIENT);

        assertThat(LinkMessage.write(caseId, patient, "https://console.example/#a\"b"))
                .isEqualTo("{\"documentLink\":{\"caseId\":\"" + HubMessages.CASE + "\",\"patientId\":\""
                        + HubMessages.PATIENT
                        + "\",\"document\":[{\"documentType\":\"DMP\",\"url\":\"https://console.example/#a\\\"b\"}]}}");
        assertThat(message(LinkMessage.write(caseId, patient, "https://x")).patients())
                .hasSize(1);
        assertThat(message(LinkMessage.write(caseId, null, "https://x")).patients())
                .isEmpty();
    }
}
