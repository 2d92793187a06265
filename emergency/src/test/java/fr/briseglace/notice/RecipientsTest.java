package fr.briseglace.notice;

import static fr.briseglace.notice.People.EMAIL;
import static fr.briseglace.notice.People.GP;
import static fr.briseglace.notice.People.HOUSE;
import static fr.briseglace.notice.People.INS;
import static fr.briseglace.notice.People.MAILBOX;
import static fr.briseglace.notice.People.MOBILE;
import static fr.briseglace.notice.People.PARENT_INS;
import static fr.briseglace.notice.People.TODAY;
import static fr.briseglace.notice.People.adult;
import static fr.briseglace.notice.People.aged;
import static fr.briseglace.notice.People.parent;
import static fr.briseglace.notice.People.ward;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each sentence of the rule about who is told. */
class RecipientsTest {
    private static final String OFFICER = "dpo@brise-glace.example";
    private static final String MAILBOX_ADDRESS = INS.value() + "@patient.mssante.fr";

    @Test
    void holderAndGpAreTold() {
        assertThat(Recipients.of(adult(MAILBOX), GP, TODAY, false))
                .containsExactly(
                        new Recipient(Kind.PATIENT, "DOMINIQUE PAT-TROIS", Channel.SECURE_MAIL, MAILBOX_ADDRESS),
                        new Recipient(Kind.GP, GP.name(), Channel.SECURE_MAIL, GP.secureMail()));
    }

    @Test
    void holderWithSecureMailboxAndEmailIsToldInBoth() {
        Contacts both = new Contacts(true, EMAIL.email(), MOBILE.mobile(), List.of());
        assertThat(told(adult(both)))
                .containsExactly("patient secure-mail " + MAILBOX_ADDRESS, "patient email " + EMAIL.email());
    }

    @Test
    void textMessageIsForThoseWithoutEmail() {
        Contacts both = new Contacts(true, null, MOBILE.mobile(), List.of());
        assertThat(told(adult(both)))
                .containsExactly("patient secure-mail " + MAILBOX_ADDRESS, "patient sms " + MOBILE.mobile());
    }

    @Test
    void minorIsNotToldButEachOfTheRepresentativesIs() {
        PatientFile child = aged(9, EMAIL, parent(MAILBOX), parent(MOBILE));
        assertThat(told(child))
                .containsExactly(
                        "representative secure-mail " + PARENT_INS.value() + "@patient.mssante.fr",
                        "representative sms " + MOBILE.mobile());
    }

    @Test
    void wardIsNotToldButTheRepresentativeIs() {
        assertThat(told(ward(EMAIL, parent(MOBILE)))).containsExactly("representative sms " + MOBILE.mobile());
    }

    @ParameterizedTest
    @CsvSource({"15, false, true", "16, true, true", "17, true, true", "18, true, false"})
    void minorOverSixteenWithOwnContactIsToldWithTheRepresentatives(int age, boolean own, boolean representative) {
        List<Kind> kinds = Recipients.of(aged(age, EMAIL, parent(MOBILE)), GP, TODAY, false).stream()
                .map(Recipient::kind)
                .toList();
        assertThat(kinds.contains(Kind.PATIENT)).isEqualTo(own);
        assertThat(kinds.contains(Kind.REPRESENTATIVE)).isEqualTo(representative);
    }

    @Test
    void minorOverSixteenWithoutOwnContactLeavesItToTheRepresentatives() {
        assertThat(told(aged(17, HOUSE, parent(MOBILE)))).containsExactly("representative sms " + MOBILE.mobile());
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 17})
    void minorAloneIsToldWhatIsHiddenFromRepresentatives(int age) {
        assertThat(told(Recipients.of(aged(age, EMAIL, parent(MAILBOX)), null, TODAY, true)))
                .containsExactly("patient email " + EMAIL.email(), "gp secure-mail null");
    }

    @Test
    void whatIsHiddenFromRepresentativesIsNotSentToTheirDoorstep() {
        assertThat(told(Recipients.of(aged(15, HOUSE, parent(MAILBOX)), null, TODAY, true)))
                .containsExactly("patient secure-mail null", "gp secure-mail null");
    }

    @Test
    void adultIsToldAllTheSameWhatIsHiddenFromRepresentatives() {
        assertThat(told(Recipients.of(adult(HOUSE), null, TODAY, true)))
                .containsExactly("patient letter 3 rue du Port\n44000 NANTES", "gp secure-mail null");
    }

    @Test
    void minorWithoutKnownRepresentativeIsToldInPerson() {
        assertThat(told(aged(9, EMAIL))).containsExactly("patient email " + EMAIL.email());
    }

    @Test
    void gpUnknownOrWithoutAddressAwaitsOne() {
        Practitioner unreachable = new Practitioner(GP.id(), GP.name(), null);
        assertThat(gpAmong(Recipients.of(adult(EMAIL), unreachable, TODAY, false)))
                .isEqualTo(new Recipient(Kind.GP, GP.name(), Channel.SECURE_MAIL, null));
        assertThat(gpAmong(Recipients.of(adult(EMAIL), null, TODAY, false)).awaitsAddress())
                .isTrue();
    }

    @Test
    void noDigitalContactAtAllMeansALetter() {
        assertThat(told(adult(HOUSE))).containsExactly("patient letter 3 rue du Port\n44000 NANTES");
        assertThat(told(adult(Contacts.NONE))).containsExactly("patient letter null");
    }

    @Test
    void representativeWithoutADigitalContactGetsALetter() {
        Contacts apart = new Contacts(false, null, null, List.of("1 quai Vert", "29200 BREST"));
        assertThat(told(aged(9, EMAIL, parent(MOBILE), parent(apart))))
                .containsExactly(
                        "representative sms " + MOBILE.mobile(), "representative letter 1 quai Vert\n29200 BREST");
        assertThat(told(ward(EMAIL, parent(apart)))).containsExactly("representative letter 1 quai Vert\n29200 BREST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600000001", "+0600000001", "+33 6 00 00 00 01", "+336000000010000000", "inconnu", ""})
    void unusableMobileCountsAsNone(String number) {
        Contacts broken = new Contacts(false, null, number, HOUSE.postalAddress());
        assertThat(told(adult(broken))).containsExactly("patient letter 3 rue du Port\n44000 NANTES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody", "a b@courriel.example", "a@courriel.example\r\nBcc: x@y.example", "a@b,c@d.example"})
    void unusableEmailCountsAsNone(String address) {
        Contacts broken = new Contacts(false, address, null, HOUSE.postalAddress());
        assertThat(told(adult(broken))).containsExactly("patient letter 3 rue du Port\n44000 NANTES");
    }

    @Test
    void refusedAttemptIsToldToPatientAndPrivacyOfficerButNotToTheGp() {
        assertThat(told(Recipients.ofRefusal(adult(EMAIL), TODAY, false, OFFICER)))
                .containsExactly("patient email " + EMAIL.email(), "privacy-officer email " + OFFICER);
        assertThat(told(Recipients.ofRefusal(aged(9, EMAIL, parent(MOBILE)), TODAY, false, OFFICER)))
                .containsExactly("representative sms " + MOBILE.mobile(), "privacy-officer email " + OFFICER);
    }

    @Test
    void refusedAttemptAtADeadPersonsRecordIsToldToThePrivacyOfficerOnly() {
        PatientFile alive = adult(EMAIL);
        PatientFile dead = new PatientFile(
                alive.ins(),
                alive.identity(),
                alive.recordStatus(),
                true,
                alive.rights(),
                alive.contacts(),
                alive.ward(),
                alive.representatives(),
                alive.generalPractitioner());
        assertThat(told(Recipients.ofRefusal(dead, TODAY, false, OFFICER)))
                .containsExactly("privacy-officer email " + OFFICER);
    }

    @Test
    void recipientsSayNothingOfThePersonWhenPrinted() {
        assertThat(Recipients.of(adult(MAILBOX), GP, TODAY, false).toString())
                .doesNotContain(INS.value())
                .doesNotContain("DOMINIQUE")
                .doesNotContain("claude");
    }

    private static List<String> told(PatientFile file) {
        return told(Recipients.of(file, GP, TODAY, false)).stream()
                .filter(line -> !line.startsWith("gp "))
                .toList();
    }

    private static List<String> told(List<Recipient> recipients) {
        return recipients.stream()
                .map(one -> one.kind().code() + " " + one.channel().code() + " " + one.address())
                .toList();
    }

    private static Recipient gpAmong(List<Recipient> recipients) {
        return recipients.stream()
                .filter(one -> one.kind() == Kind.GP)
                .findFirst()
                .orElseThrow();
    }
}
