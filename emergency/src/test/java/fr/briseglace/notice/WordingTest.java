package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.law.AccessMode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
    static final Remedies REMEDIES = new Remedies(
            URI.create("https://espace.example/journal"),
            URI.create("https://espace.example/oppositions"),
            "dpo@brise-glace.example");
    static final Wording WORDING = new Wording(REMEDIES);
    static final Audience.Practice PRACTICE =
            new Audience.Practice("PAT-TROIS", "DOMINIQUE", LocalDate.of(1979, 3, 28));
    static final Audience.Guardian GUARDIAN = new Audience.Guardian("DOMINIQUE");

    static NoticeFacts facts(AccessMode mode, boolean refused, Language language) {
        return new NoticeFacts(
                "Dr Anne REGUL",
                "doctor",
                "SAMU 44",
                mode,
                Instant.parse("2026-07-01T22:07:00Z"),
                refused,
                language,
                NoticeFacts.PARIS);
    }

    static Stream<Audience> whoSeesTheAccess() {
        return Stream.of(new Audience.Holder(), GUARDIAN, PRACTICE);
    }

    @ParameterizedTest
    @MethodSource("whoSeesTheAccess")
    void noticeNamesWhoWhereHowAndWhen(Audience audience) {
        Words words = WORDING.of(facts(AccessMode.CENTRE_15, false, Language.FR), audience);
        assertThat(words.text())
                .contains("Dr Anne REGUL", "médecin", "SAMU 44", "régulation médicale (centre 15)")
                .contains("jeudi 2 juillet 2026 à 0 h 07 (heure de Paris)");
    }

    @ParameterizedTest
    @MethodSource("whoSeesTheAccess")
    void noticeSaysTheLawTheJournalTheOppositionAndTheComplaint(Audience audience) {
        Words words = WORDING.of(facts(AccessMode.BRIS_DE_GLACE, false, Language.FR), audience);
        assertThat(words.text())
                .contains("bris de glace", "L. 1111-17, I, alinéa 1", "R. 1111-39")
                .contains("journal des accès", "https://espace.example/journal")
                .contains("oppose", "https://espace.example/oppositions")
                .contains("réclamation", "délégué à la protection des données", "données : dpo@brise-glace.example")
                .contains("CNIL", "https://www.cnil.fr/fr/plaintes");
    }

    @Test
    void holderReadsEnglishWhereThatIsTheirLanguage() {
        Words words = WORDING.of(facts(AccessMode.BRIS_DE_GLACE, false, Language.EN), new Audience.Holder());
        assertThat(words.subject()).isEqualTo("Emergency access to your medical record");
        assertThat(words.text())
                .contains("break-glass", "Role: doctor", "Thursday 2 July 2026 at 00:07 (Paris time)", "CNIL");
        assertThat(words.html()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    }

    @Test
    void gpReadsFrenchWhateverThePatientReads() {
        Words words = WORDING.of(facts(AccessMode.CENTRE_15, false, Language.EN), PRACTICE);
        assertThat(words.html()).contains("<html lang=\"fr\">");
    }

    @Test
    void refusedAttemptIsCalledSo() {
        Words words = WORDING.of(facts(AccessMode.BRIS_DE_GLACE, true, Language.FR), new Audience.Holder());
        assertThat(words.subject()).isEqualTo("Tentative d’accès refusée à votre dossier médical");
        assertThat(words.text()).contains("rien ne lui a été montré").doesNotContain("a été ouvert");
    }

    @Test
    void gpLearnsWhomItIsAboutInTheMessageButNotInTheSubject() {
        Words words = WORDING.of(facts(AccessMode.CENTRE_15, false, Language.FR), PRACTICE);
        assertThat(words.text()).contains("DOMINIQUE PAT-TROIS", "28/03/1979");
        assertThat(words.subject()).doesNotContain("DOMINIQUE").doesNotContain("PAT-TROIS");
    }

    @ParameterizedTest
    @CsvSource({"FR, false", "FR, true", "EN, false", "EN, true"})
    void representativeReadsTheGivenNameOfTheirWard(Language language, boolean refused) {
        assertThat(WORDING.of(facts(AccessMode.CENTRE_15, refused, language), GUARDIAN)
                        .text())
                .contains("DOMINIQUE");
    }

    @Test
    void privacyOfficerGetsAReferenceAndNoName() {
        UUID record = UUID.fromString("0197b2c0-0000-7000-8000-000000000001");
        Words words = WORDING.of(facts(AccessMode.CENTRE_15, true, Language.FR), new Audience.Oversight(record));
        assertThat(words.text())
                .contains(record.toString())
                .doesNotContain("REGUL")
                .doesNotContain("SAMU");
    }

    @Test
    void gpIsNotToldOfARefusedAttempt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDING.of(facts(AccessMode.CENTRE_15, true, Language.FR), PRACTICE));
    }

    @Test
    void timeIsThePatientsOwn() {
        NoticeFacts paris = facts(AccessMode.CENTRE_15, false, Language.FR);
        NoticeFacts reunion = new NoticeFacts(
                paris.professional(),
                paris.role(),
                paris.structure(),
                paris.mode(),
                paris.at(),
                false,
                Language.FR,
                ZoneId.of("Indian/Reunion"));
        assertThat(WORDING.of(reunion, new Audience.Holder()).text())
                .contains("jeudi 2 juillet 2026 à 2 h 07 (heure de La Réunion)");
    }

    @Test
    void pageHasATitleHeadingsAndListsForScreenReaders() {
        Words words = WORDING.of(facts(AccessMode.CENTRE_15, false, Language.FR), new Audience.Holder());
        assertThat(words.html())
                .contains("<title>Accès en urgence à votre dossier médical</title>")
                .contains("<h1>Accès en urgence à votre dossier médical</h1>")
                .contains("<h2>Ce que dit la loi</h2>")
                .contains("<ul>\n<li>Professionnel : Dr Anne REGUL</li>")
                .contains("<a href=\"https://espace.example/journal\">https://espace.example/journal</a>");
    }

    @Test
    void blankOrMarkupInANameIsReadAsWritten() {
        Words words = WORDING.of(
                facts(AccessMode.CENTRE_15, false, Language.FR), new Audience.Guardian("{journal} <b>Zoé & $1</b>"));
        assertThat(words.text()).contains("Vous êtes représentant légal de {journal} <b>Zoé & $1</b>.");
        assertThat(words.html()).contains("{journal} &lt;b&gt;Zoé &amp; $1&lt;/b&gt;.");
    }

    @Test
    void subjectWithABlankIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse("Accès de {professional}\n\nBonjour", Language.FR));
    }
}
