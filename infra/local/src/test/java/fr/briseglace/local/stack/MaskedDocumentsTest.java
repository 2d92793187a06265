package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.identity.Ins;
import fr.briseglace.local.population.Situation;
import fr.briseglace.local.population.SyntheticDocument;
import fr.briseglace.local.population.SyntheticPatient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the patient masked ({@code MASQUE_PS}) does not show, nor that there is anything; unless they consented. */
@OnStack
class MaskedDocumentsTest {
    private final Stack stack;

    MaskedDocumentsTest(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"regulateur, centre_15", "urgentiste, bris_de_glace", "medecin-traitant, bris_de_glace"})
    void maskedDocumentShowsNothingInEitherMode(String name, String mode) throws IOException {
        SyntheticPatient patient = stack.patient(Situation.MASKED_DOCUMENT);
        Answer answer = stack.as(name).open(Asking.in(mode, patient.file().ins()));
        assertThat(answer.status()).isEqualTo(201);
        nothingMasked(answer, patient);
    }

    @Test
    void maskedDocumentOfAConsentingPatientShows() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.MASKED_BUT_SHOWN);
        everythingShown(open(patient), patient);
    }

    @Test
    void consentIsHonouredByTheVeryNextAccessAndSoIsItsEnd() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.MASKED_DOCUMENT);
        String before = comparable(open(patient));
        consent(patient.file().ins(), true);
        everythingShown(open(patient), patient);
        consent(patient.file().ins(), false);
        Answer after = open(patient);
        nothingMasked(after, patient);
        assertThat(comparable(after)).isEqualTo(before);
    }

    @Test
    void oppositionWithMaskedDocumentsIsAnsweredAsAnyOther() throws IOException {
        Ins masking = stack.patient(Situation.MASKED_DOCUMENT).file().ins();
        Ins other = stack.patient(Situation.OPPOSED_TO_REGULATION).file().ins();
        stack.holder(masking).decide(masking, new JsonObject().put("regulationOpposed", true));
        Answer refused = stack.as("regulateur").open(Asking.regulation(masking));
        Answer another = stack.as("regulateur").open(Asking.regulation(other));
        stack.holder(masking).decide(masking, new JsonObject().put("regulationOpposed", false));
        assertThat(refused.body()).hasSameSizeAs(another.body());
        assertThat(refused.slug()).isEqualTo("opposed");
    }

    @Test
    void documentHiddenFromThePatientShowsToProfessionals() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.HIDDEN_FROM_PATIENT);
        assertThat(patient.documents()).anyMatch(SyntheticDocument::hiddenFromPatient);
        everythingShown(open(patient), patient);
    }

    @Test
    void documentHiddenFromRepresentativesShowsToProfessionals() throws IOException {
        SyntheticPatient patient = stack.patient(Situation.HIDDEN_FROM_REPRESENTATIVES);
        everythingShown(open(patient), patient);
    }

    private static void nothingMasked(Answer answer, SyntheticPatient patient) {
        CdaDocument masked = masked(patient);
        CdaDocument shown = read(patient.documents().getFirst());
        assertThat(answer.sources()).singleElement().satisfies(source -> assertThat(source.getString("title"))
                .isEqualTo(shown.header().title()));
        assertThat(masked.header().title()).isNotEqualTo(shown.header().title());
        assertThat(answer.body())
                .doesNotContain(masked.header().title(), masked.header().uniqueId());
        assertThat(answer.items())
                .allMatch(item -> item.getJsonArray("sources").getList().equals(List.of("d1")));
        assertThat(answer.items().size()).isLessThanOrEqualTo(shown.items().size());
        SummaryChecks.wholeAndConsistent(answer.summary());
    }

    private static void everythingShown(Answer answer, SyntheticPatient patient) {
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.sources()).hasSameSizeAs(patient.documents());
        for (JsonObject source : answer.sources()) {
            assertThat(answer.items())
                    .anyMatch(item -> item.getJsonArray("sources").contains(source.getString("id")));
        }
    }

    /** What an answer says, but for what differs from one access and one moment to another. */
    private static String comparable(Answer answer) {
        JsonObject summary = answer.summary().copy();
        summary.remove("asOf");
        return summary.encode();
    }

    private static CdaDocument masked(SyntheticPatient patient) {
        return patient.documents().stream()
                .filter(SyntheticDocument::masked)
                .map(MaskedDocumentsTest::read)
                .findFirst()
                .orElseThrow();
    }

    private static CdaDocument read(SyntheticDocument document) {
        if (CdaReader.read(document.cda()) instanceof CdaDocument read) {
            return read;
        }
        throw new IllegalStateException("a synthetic document cannot be read");
    }

    private void consent(Ins ins, boolean shown) throws IOException {
        JsonObject decision = new JsonObject().put("maskedInEmergency", shown);
        assertThat(stack.holder(ins).decide(ins, decision).status()).isEqualTo(200);
    }

    private Answer open(SyntheticPatient patient) throws IOException {
        return stack.as("regulateur").open(Asking.regulation(patient.file().ins()));
    }
}
