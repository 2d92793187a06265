package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.cda.CdaReading;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.local.population.Population;
import fr.briseglace.local.population.SyntheticDocument;
import fr.briseglace.local.population.SyntheticPatient;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.SummaryJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the population writes, the reader reads and the summary tells, for three hundred patients. */
class SyntheticSummariesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final List<SyntheticPatient> PATIENTS =
            Population.of(15, 300, TODAY, List.of()).patients().toList();

    @Test
    void everyDocumentIsReadWithoutAFaultAndIsOfItsPatient() {
        for (SyntheticPatient patient : PATIENTS) {
            for (SyntheticDocument document : patient.documents()) {
                CdaReading reading = CdaReader.read(document.cda());
                assertThat(reading).isInstanceOf(CdaDocument.class);
                assertThat(read(document).header().ins())
                        .isEqualTo(patient.file().ins());
            }
        }
    }

    @Test
    void documentsHaveIdentifiersOfTheirOwn() {
        Set<String> ids = new HashSet<>();
        for (SyntheticPatient patient : PATIENTS) {
            for (SyntheticDocument document : patient.documents()) {
                assertThat(ids.add(read(document).header().uniqueId())).isTrue();
            }
        }
    }

    @Test
    void everySummaryIsConsistentAndTellsItsSourcesApart() {
        Set<String> flags = new HashSet<>();
        Set<String> recorded = new HashSet<>();
        for (SyntheticPatient patient : PATIENTS) {
            if (patient.file().recordStatus() == RecordStatus.OPEN) {
                JsonObject summary = summary(patient);
                SummaryChecks.wholeAndConsistent(summary);
                assertThat(summary.getJsonArray("sources"))
                        .hasSize(patient.documents().size());
                Answer.objects(summary.getJsonArray("vital")).forEach(entry -> flags.add(entry.getString("flag")));
                summary.getJsonObject("sections").stream()
                        .filter(section -> ((JsonObject) section.getValue())
                                .getString("state")
                                .equals("recorded"))
                        .forEach(section -> recorded.add(section.getKey()));
            }
        }
        assertThat(flags).contains("anticoagulant", "antiplatelet", "drug-allergy", "implant", "pregnancy", "insulin");
        assertThat(recorded).hasSizeGreaterThan(15);
    }

    @Test
    void orderInWhichDocumentsComeDoesNotMatter() {
        for (SyntheticPatient patient : PATIENTS.subList(0, 60)) {
            List<SourcedDocument> documents = documents(patient);
            assertThat(json(documents.reversed())).isEqualTo(json(documents));
        }
    }

    private static JsonObject summary(SyntheticPatient patient) {
        return json(documents(patient));
    }

    private static JsonObject json(List<SourcedDocument> documents) {
        return new JsonObject(Buffer.buffer(SummaryJson.write(EmergencySummary.of(documents, TODAY, NOW))));
    }

    private static List<SourcedDocument> documents(SyntheticPatient patient) {
        return patient.documents().stream()
                .map(SyntheticSummariesTest::read)
                .map(SyntheticSummariesTest::sourced)
                .toList();
    }

    private static SourcedDocument sourced(CdaDocument document) {
        Author author = document.header().authors().isEmpty()
                ? Author.UNKNOWN
                : document.header().authors().getFirst().asAuthor();
        Source source = new Source(
                document.header().uniqueId(),
                document.header().type().code(),
                document.header().title(),
                document.header().created(),
                author,
                document.header().kind());
        return new SourcedDocument(source, document.items());
    }

    private static CdaDocument read(SyntheticDocument document) {
        if (CdaReader.read(document.cda()) instanceof CdaDocument read) {
            return read;
        }
        throw new IllegalStateException("a synthetic document cannot be read");
    }
}
