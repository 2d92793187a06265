package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.mail.SunkMail;
import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What notices must not say: nothing of the record, nothing of the reason, and outside secure mail nobody's name. */
@OnStack
class NoticeWordsTest {
    private static final int SHORTEST_WORD = 5;

    private final Stack stack;
    private final PatientFile file;

    NoticeWordsTest(Stack stack) {
        this.stack = stack;
        this.file = stack.patient(Situation.ORDINARY).file();
    }

    @Test
    void noNoticeSaysAnythingOfTheRecordOrTheReason() throws IOException {
        Notified notified = Notified.fromNowOn(stack);
        Answer answer = stack.as("regulateur-0012").open(Asking.breakGlass(file.ins()));
        Practitioner gp = notified.practitioner(file);
        List<SunkMail> all = new ArrayList<>(notified.soon(Notified.secureMailbox(file.ins())));
        all.addAll(notified.soonToPractitioner(file));
        all.addAll(notified.soon(String.valueOf(file.contacts().email())));
        assertThat(all).hasSize(3);
        List<String> secrets = clinicalWords(answer, gp.name());
        assertThat(secrets).hasSizeGreaterThan(10);
        for (SunkMail mail : all) {
            assertThat(mail.text() + mail.subject())
                    .doesNotContain(file.ins().value())
                    .doesNotContain(Asking.REASON, "unconscious")
                    .doesNotContainIgnoringCase(secrets.toArray(String[]::new));
        }
    }

    @Test
    void ordinaryMailSaysOnlyThatANoticeAwaits() throws IOException {
        Notified notified = Notified.fromNowOn(stack);
        stack.as("urgentiste").open(Asking.breakGlass(file.ins()));
        SunkMail mail = notified.soon(String.valueOf(file.contacts().email())).getFirst();
        assertThat(mail.subject() + mail.text())
                .contains("avis", "Mon espace santé")
                .doesNotContainIgnoringCase(
                        file.identity().birthName(),
                        file.identity().givenNames().getFirst(),
                        "URGENCES0004",
                        "CHU",
                        "urgence",
                        "médecin",
                        "dossier")
                .doesNotContainPattern("\\d")
                .doesNotContain("http");
    }

    @Test
    void subjectsAreTheSameForEverybody() throws IOException {
        PatientFile other = stack.patient(Situation.MASKED_DOCUMENT).file();
        Notified notified = Notified.fromNowOn(stack);
        stack.as("regulateur").open(Asking.regulation(file.ins()));
        stack.as("regulateur").open(Asking.regulation(other.ins()));
        assertThat(notified.soonToPractitioner(file).getFirst().subject())
                .isEqualTo(notified.soonToPractitioner(other).getFirst().subject());
    }

    @Test
    void privacyOfficerLearnsOfARefusalByReferenceOnly() throws IOException {
        Notified notified = Notified.fromNowOn(stack);
        Answer answer = stack.as("arm").open(Asking.regulation(file.ins()));
        List<SunkMail> mail = Patience.until(
                () -> notified.of("dpo@brise-glace.mssante.fr").stream()
                        .filter(one -> one.text().contains(answer.accessId()))
                        .toList(),
                found -> !found.isEmpty());
        assertThat(mail).singleElement().satisfies(one -> assertThat(one.text())
                .doesNotContain(file.ins().value(), file.identity().birthName(), "SAMU", "arm"));
    }

    /** Labels of all items but contacts, titles of all documents, and who wrote them. */
    private static List<String> clinicalWords(Answer answer, String practitioner) {
        Stream<String> labels = answer.summary().getJsonObject("sections").stream()
                .filter(section -> !section.getKey().equals("contacts"))
                .flatMap(section -> Answer.objects(((JsonObject) section.getValue()).getJsonArray("items")).stream())
                .map(item -> item.getString("label"));
        Stream<String> titles = answer.sources().stream().map(source -> source.getString("title"));
        return Stream.concat(labels, titles)
                .filter(word -> word.length() >= SHORTEST_WORD && !practitioner.contains(word))
                .distinct()
                .toList();
    }
}
