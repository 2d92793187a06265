package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.mail.SunkMail;
import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of an access, and where (CSP R.1111-39). */
@OnStack
class NoticesTest {
    private static final Set<String> SETTLED = Set.of("sent", "awaiting-address");

    private final Stack stack;

    NoticesTest(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"centre_15", "bris_de_glace"})
    void patientAndPractitionerAreToldOnceWhateverTheMode(String mode) throws IOException {
        PatientFile file = stack.patient(Situation.ORDINARY).file();
        Notified notified = Notified.fromNowOn(stack);
        Answer answer = stack.as("regulateur-0011").open(Asking.in(mode, file.ins()));
        assertThat(answer.status()).isEqualTo(201);
        List<JsonObject> notices = settled(file.ins(), answer.id());
        assertThat(notices).allMatch(notice -> notice.getString("state").equals("sent"));
        assertThat(notices)
                .extracting(notice -> notice.getString("recipient"), notice -> notice.getString("channel"))
                .containsExactlyInAnyOrder(
                        tuple("patient", "secure-mail"), tuple("patient", "email"), tuple("gp", "secure-mail"));
        assertThat(notified.of(Notified.secureMailbox(file.ins()))).hasSize(1);
        assertThat(notified.of(email(file))).hasSize(1);
        assertThat(notified.toPractitioner(file)).hasSize(1);
    }

    @Test
    void noticeNamesProfessionalRoleStructureModeAndWhatCanBeDone() throws IOException {
        PatientFile file = stack.patient(Situation.ORDINARY).file();
        Notified notified = Notified.fromNowOn(stack);
        stack.as("infirmier").open(Asking.breakGlass(file.ins()));
        for (SunkMail mail : List.of(
                notified.soon(Notified.secureMailbox(file.ins())).getFirst(),
                notified.soonToPractitioner(file).getFirst())) {
            assertThat(mail.text())
                    .contains("SOINS0005", "infirmier", "CHU de Nantes", "bris de glace")
                    .contains("/mes-acces/journal", "/mes-acces/droits", "cnil.fr", "L. 1111-17", "R. 1111-39");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"MINOR", "MINOR_OVER_16", "WARD"})
    void representativesAreToldInsteadOfMinorsAndWards(Situation situation) throws IOException {
        PatientFile file = stack.patient(situation).file();
        Notified notified = Notified.fromNowOn(stack);
        JsonObject entry = opened(file);
        assertThat(Journal.told(entry)).noneMatch(told -> told.startsWith("patient"));
        assertThat(file.representatives()).isNotEmpty();
        for (Representative one : file.representatives()) {
            if (one.contacts().secureMailbox() && one.ins() != null) {
                SunkMail mail = notified.soon(Notified.secureMailbox(one.ins())).getFirst();
                assertThat(mail.text())
                        .contains(file.identity().givenNames().getFirst())
                        .doesNotContain(file.identity().birthName());
            }
            if (one.contacts().email() != null) {
                assertThat(notified.soon(one.contacts().email())).hasSize(1);
            }
        }
        assertThat(notified.soonToPractitioner(file)).hasSize(1);
        assertThat(notified.of(Notified.secureMailbox(file.ins()))).isEmpty();
    }

    @Test
    void minorOver16WithContactsOfTheirOwnIsToldBesideTheirParents() throws IOException {
        PatientFile file = stack.patient(Situation.MINOR_OVER_16_WITH_CONTACTS).file();
        assertThat(Journal.told(opened(file)))
                .anyMatch(told -> told.startsWith("patient by "))
                .anyMatch(told -> told.startsWith("representative by "));
    }

    @Test
    void parentsAreNotToldWhereADocumentIsKeptFromThem() throws IOException {
        PatientFile file = stack.patient(Situation.HIDDEN_FROM_REPRESENTATIVES).file();
        assertThat(Journal.told(opened(file)))
                .anyMatch(told -> told.startsWith("patient by "))
                .noneMatch(told -> told.startsWith("representative"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"WITHOUT_GP", "GP_WITHOUT_ADDRESS"})
    void noticeToAPractitionerWhoCannotBeReachedWaits(Situation situation) throws IOException {
        PatientFile file = stack.patient(situation).file();
        Answer answer = stack.as("regulateur").open(Asking.regulation(file.ins()));
        List<JsonObject> notices = noticesOf(Journal.of(stack, file.ins()).entry(answer.id()));
        assertThat(notices)
                .filteredOn(notice -> notice.getString("recipient").equals("gp"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.getString("state")).isEqualTo("awaiting-address");
                    assertThat(notice.getString("sentAt")).isNull();
                });
        assertThat(notices).anyMatch(notice -> notice.getString("recipient").equals("patient"));
    }

    @Test
    void patientWithoutADigitalContactGetsALetter() throws IOException {
        PatientFile file = stack.patient(Situation.LETTER_ONLY).file();
        JsonObject entry = opened(file);
        assertThat(Journal.told(entry)).containsExactlyInAnyOrder("patient by letter", "gp by secure-mail");
        assertThat(settled(file.ins(), entry.getString("accessId")))
                .filteredOn(notice -> notice.getString("channel").equals("letter"))
                .allMatch(notice -> notice.getString("state").equals("sent"));
    }

    @Test
    void eachAccessHasItsOwnNotices() throws IOException {
        PatientFile file = stack.patient(Situation.PATIENT_OF_EXAMPLE_GP).file();
        Notified notified = Notified.fromNowOn(stack);
        String first =
                stack.as("regulateur").open(Asking.regulation(file.ins())).id();
        String second =
                stack.as("regulateur2").open(Asking.regulation(file.ins())).id();
        settled(file.ins(), first);
        settled(file.ins(), second);
        assertThat(notified.toPractitioner(file)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED_PROFESSIONAL, urgentiste, bris_de_glace",
        "BLOCKED_PROFESSIONAL, regulateur2, centre_15",
        "ORDINARY, arm, centre_15",
        "ORDINARY, medecin-travail, bris_de_glace",
        "ORDINARY, urgentiste, centre_15"
    })
    void refusedAttemptOfTheBlockedOrUnentitledIsToldToThePatientAndNotToThePractitioner(
            Situation situation, String name, String mode) throws IOException {
        PatientFile file = stack.patient(situation).file();
        Notified notified = Notified.fromNowOn(stack);
        Answer answer = stack.as(name).open(Asking.in(mode, file.ins()));
        assertThat(answer.status()).isEqualTo(403);
        List<JsonObject> notices = settled(file.ins(), answer.accessId());
        assertThat(notices)
                .anyMatch(notice -> notice.getString("recipient").equals("patient"))
                .noneMatch(notice -> notice.getString("recipient").equals("gp"));
        assertThat(notified.toPractitioner(file)).isEmpty();
        if (file.contacts().secureMailbox()) {
            assertThat(notified.of(Notified.secureMailbox(file.ins())))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text())
                            .contains(
                                    "refusé",
                                    stack.as(name).persona().structure().organisation()));
        }
    }

    @ParameterizedTest
    @CsvSource({"OPPOSED_TO_REGULATION, regulateur, centre_15", "CLOSED_RECORD, regulateur, centre_15"})
    void refusalOfTheEntitledIsNobodysNotice(Situation situation, String name, String mode) throws IOException {
        PatientFile file = stack.patient(situation).file();
        Answer answer = stack.as(name).open(Asking.in(mode, file.ins()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(Journal.told(Journal.of(stack, file.ins()).entry(answer.accessId())))
                .isEmpty();
    }

    @Test
    void deadAreNotWrittenTo() throws IOException {
        PatientFile file = stack.patient(Situation.DECEASED).file();
        Answer answer = stack.as("arm").open(Asking.regulation(file.ins()));
        assertThat(Journal.told(Journal.of(stack, file.ins()).entry(answer.accessId())))
                .noneMatch(told -> told.startsWith("patient"));
    }

    private JsonObject opened(PatientFile file) throws IOException {
        Answer answer = stack.as("regulateur").open(Asking.regulation(file.ins()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return Journal.of(stack, file.ins()).entry(answer.id());
    }

    /** The notices of an entry once none of those that can leave is on its way. */
    private List<JsonObject> settled(Ins ins, String accessId) throws IOException {
        List<JsonObject> notices =
                Patience.until(() -> noticesOf(Journal.of(stack, ins).entry(accessId)), all -> all.stream()
                        .allMatch(NoticesTest::settled));
        assertThat(notices).isNotEmpty().allMatch(NoticesTest::settled);
        return notices;
    }

    private static boolean settled(JsonObject notice) {
        return SETTLED.contains(notice.getString("state"))
                || notice.getString("channel").equals("sms");
    }

    private static List<JsonObject> noticesOf(JsonObject entry) {
        return Answer.objects(entry.getJsonArray("notices"));
    }

    private static String email(PatientFile file) {
        String email = file.contacts().email();
        if (email == null) {
            throw new IllegalStateException("the patient has no mail address");
        }
        return email;
    }
}
