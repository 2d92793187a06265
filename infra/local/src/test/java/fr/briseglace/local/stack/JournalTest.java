package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads whose journal, and what is in it. */
@OnStack
class JournalTest {
    private static final int PAGE = 50;

    private final Stack stack;

    JournalTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void entrySaysWhoWhereWhyAndWhatWasTold() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        JsonObject body = Asking.regulation(ins);
        Answer opened = stack.as("regulateur").open(body);
        Answer refused = stack.as("arm").open(Asking.regulation(ins));
        Answer journal = stack.holder(ins).journal(ins);
        assertThat(journal.status()).isEqualTo(200);
        assertThat(journal.header("cache-control")).isEqualTo("no-store");
        List<JsonObject> entries = Answer.objects(journal.json().getJsonArray("entries"));
        assertThat(entries)
                .extracting(entry -> entry.getString("accessId"))
                .containsExactly(refused.accessId(), opened.id());
        JsonObject entry = entries.getLast();
        assertThat(entry.getString("at")).isEqualTo(opened.json().getString("openedAt"));
        assertThat(entry.getString("expiresAt")).isEqualTo(opened.json().getString("expiresAt"));
        assertThat(entry.getString("caseId")).isEqualTo(body.getString("caseId"));
        assertThat(entry.getJsonObject("reason")).isEqualTo(body.getJsonObject("reason"));
        assertThat(entry.getString("refusal")).isNull();
        assertThat(entry.getJsonObject("professional"))
                .isEqualTo(new JsonObject()
                        .put("id", stack.as("regulateur").nationalId())
                        .put("name", "CAMILLE REGULATION0001")
                        .put("role", "doctor"));
        assertThat(entry.getString("structure")).isEqualTo("SAMU 44");
        assertThat(entry.getJsonArray("notices")).isNotEmpty();
        assertThat(entry.getString("proof"))
                .isEqualTo(opened.json().getJsonObject("trace").getString("proof"));
    }

    @ParameterizedTest
    @CsvSource({
        "fr, urgentiste, Tentative refusée, bris de glace, inconscience, fonction sans droit à ce mode d’accès, médecin traitant",
        "en, infirmier, Attempt refused, break-glass (bris de glace), unconscious, function not entitled to this mode of access,"
                + " GP (médecin traitant)"
    })
    void journalSpeaksTheLanguageOfItsReader(
            String language, String opener, String kind, String mode, String reason, String refusal, String gp)
            throws IOException {
        Ins ins = stack.patient(Situation.PATIENT_OF_EXAMPLE_GP).file().ins();
        Answer opened = stack.as(opener).open(Asking.breakGlass(ins));
        Answer refused = stack.as("arm").open(Asking.breakGlass(ins));
        Answer journal = stack.holder(ins).get("/v1/patients/" + ins.value() + "/journal", "Accept-Language", language);
        assertThat(journal.header("content-language")).isEqualTo(language);
        assertThat(journal.header("vary")).containsIgnoringCase("accept-language");
        JsonObject labels = Journal.entry(journal, refused.accessId()).getJsonObject("labels");
        assertThat(labels.getString("kind")).isEqualTo(kind);
        assertThat(labels.getString("mode")).isEqualTo(mode);
        assertThat(labels.getString("reason")).isEqualTo(reason);
        assertThat(labels.getString("refusal")).isEqualTo(refusal);
        JsonObject told = Answer.objects(Journal.entry(journal, opened.id()).getJsonArray("notices")).stream()
                .filter(notice -> notice.getString("recipient").equals("gp"))
                .findFirst()
                .orElseThrow();
        assertThat(told.getJsonObject("labels").getString("recipient")).isEqualTo(gp);
        assertThat(told.getString("name")).isEqualTo("Dr Claire Aubrac");
    }

    @Test
    void onlyTheGpIsNamedAmongThoseWhoWereTold() throws IOException {
        PatientFile file = stack.ordinary().file();
        Answer opened = stack.as("regulateur").open(Asking.regulation(file.ins()));
        for (JsonObject notice :
                Answer.objects(Journal.of(stack, file.ins()).entry(opened.id()).getJsonArray("notices"))) {
            if (!notice.getString("recipient").equals("gp")) {
                assertThat(notice.getString("name")).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"MINOR", "MINOR_OVER_16", "WARD"})
    void representativeReadsTheJournalOfTheChildOrWard(Situation situation) throws IOException {
        PatientFile file = stack.patient(situation).file();
        Answer opened = stack.as("regulateur").open(Asking.regulation(file.ins()));
        assertThat(opened.status()).isEqualTo(201);
        Ins parent = file.representatives().stream()
                .map(Representative::ins)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Answer journal = stack.holder(parent).journal(file.ins());
        assertThat(journal.status()).isEqualTo(200);
        assertThat(journal.body()).contains(opened.id());
    }

    @Test
    void practitionerReadsTheJournalOfTheirPatientsAlone() throws IOException {
        Ins own = stack.patient(Situation.PATIENT_OF_EXAMPLE_GP).file().ins();
        Answer opened = stack.as("regulateur").open(Asking.regulation(own));
        assertThat(stack.as("medecin-traitant").journal(own).body()).contains(opened.id());
        Ins another = stack.patient(Situation.WITHOUT_GP).file().ins();
        Refused.as(stack.as("medecin-traitant").journal(another), 404, "not-found");
    }

    @Test
    void holderOfAnotherRecordLearnsNothingNotEvenWhoExists() throws IOException {
        Ins ins = stack.patient(Situation.ORDINARY).file().ins();
        Caller stranger =
                stack.holder(stack.patient(Situation.WITHOUT_GP).file().ins());
        Answer existing = stranger.journal(ins);
        Answer nobody = stranger.journal(new Ins("253072B07300470", Ins.TEST));
        Refused.as(existing, 404, "not-found");
        Refused.as(nobody, 404, "not-found");
        assertThat(existing.json().getString("detail")).isEqualTo(nobody.json().getString("detail"));
    }

    @ParameterizedTest
    @CsvSource({
        "regulateur, 404, not-found",
        "urgentiste, 404, not-found",
        "infirmier, 403, not-entitled",
        "arm, 403, not-entitled",
        "portal, 403, not-entitled",
        "privacy-officer, 403, not-entitled",
        "operator, 403, not-entitled",
        "medecin-travail, 404, not-found"
    })
    void professionalWithoutARelationReadsNoJournal(String name, int status, String slug) throws IOException {
        Ins ins = stack.patient(Situation.ORDINARY).file().ins();
        Refused.as(stack.as(name).journal(ins), status, slug);
    }

    @Test
    void longJournalIsReadPageByPageWithoutGapOrDouble() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < PAGE + 3; i++) {
            opened.addFirst(stack.as("regulateur").open(Asking.regulation(ins)).id());
        }
        Answer first = stack.holder(ins).journal(ins);
        assertThat(first.json().getJsonArray("entries")).hasSize(PAGE);
        assertThat(first.json().getString("next")).isNotBlank();
        assertThat(Journal.of(stack, ins).entries())
                .extracting(entry -> entry.getString("accessId"))
                .containsExactlyElementsOf(opened);
    }

    @Test
    void accessMadeWhileReadingDoesNotShiftThePages() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        for (int i = 0; i < PAGE + 1; i++) {
            stack.as("regulateur").open(Asking.regulation(ins));
        }
        Answer first = stack.holder(ins).journal(ins);
        stack.as("regulateur").open(Asking.regulation(ins));
        Answer second = stack.holder(ins)
                .get("/v1/patients/" + ins.value() + "/journal?cursor="
                        + first.json().getString("next"));
        assertThat(second.json().getJsonArray("entries")).hasSize(1);
        assertThat(second.json().getString("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%20", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'%20or%201=1"})
    void cursorThatIsNotOursIsMalformed(String cursor) throws IOException {
        Ins ins = stack.patient(Situation.ORDINARY).file().ins();
        Answer answer = stack.holder(ins).get("/v1/patients/" + ins.value() + "/journal?cursor=" + cursor);
        Refused.as(answer, 400, "malformed");
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/cursor");
    }

    @Test
    void documentHiddenFromThePatientIsNotNamedInTheirJournal() throws IOException {
        PatientFile file = stack.patient(Situation.HIDDEN_FROM_PATIENT).file();
        Answer opened = stack.as("regulateur").open(Asking.regulation(file.ins()));
        String journal = stack.holder(file.ins()).journal(file.ins()).body();
        assertThat(opened.sources()).hasSize(2);
        for (JsonObject source : opened.sources()) {
            assertThat(journal).doesNotContain(source.getString("title"));
        }
    }
}
