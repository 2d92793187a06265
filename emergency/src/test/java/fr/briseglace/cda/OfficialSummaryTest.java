package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.ClinicalItemJson;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.SummaryItem;
import fr.briseglace.summary.SummaryJson;
import fr.briseglace.summary.VitalEntry;
import fr.briseglace.summary.VitalFlag;
import fr.briseglace.summary.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the official patient's documents say together is what a regulator must see. */
class OfficialSummaryTest {
    private static EmergencySummary summary() {
        List<SourcedDocument> documents = OfficialDocuments.all().stream()
                .map(OfficialDocuments::read)
                .map(OfficialSummaryTest::sourced)
                .toList();
        return EmergencySummary.of(documents, LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T08:00:00Z"));
    }

    private static SourcedDocument sourced(CdaDocument document) {
        DocumentHeader header = document.header();
        Author author = header.authors().isEmpty()
                ? Author.UNKNOWN
                : header.authors().getFirst().asAuthor();
        List<ClinicalItem> stored = document.items().stream()
                .map(ClinicalItemJson::write)
                .map(ClinicalItemJson::read)
                .toList();
        assertThat(stored).isEqualTo(document.items());
        return new SourcedDocument(
                new Source(
                        header.uniqueId(),
                        header.type().code(),
                        header.title(),
                        header.created(),
                        author,
                        header.kind()),
                stored);
    }

    @Test
    void theStripNamesWhatMatters() {
        EmergencySummary summary = summary();
        assertThat(summary.vital())
                .extracting(VitalEntry::flag)
                .contains(
                        VitalFlag.ANTICOAGULANT,
                        VitalFlag.ANTIPLATELET,
                        VitalFlag.IMPLANT,
                        VitalFlag.RESUSCITATION_REFUSED,
                        VitalFlag.DRUG_ALLERGY,
                        VitalFlag.INSULIN_DEPENDENT_DIABETES,
                        VitalFlag.EPILEPSY)
                .doesNotContain(VitalFlag.PREGNANCY, VitalFlag.SEVERE_REACTION, VitalFlag.TRANSFUSION_REFUSAL);
        Set<String> ids = new HashSet<>();
        summary.sections().values().forEach(section -> section.items().forEach(item -> ids.add(item.id())));
        assertThat(summary.vital()).allSatisfy(entry -> assertThat(ids).containsAll(entry.items()));
    }

    @Test
    void theContradictionAboutTheAllergyStays() {
        List<SummaryItem> versions = items(summary(), SectionKind.ALLERGIES).stream()
                .filter(item -> Words.fold(item.item().label()).equals("paracetamol"))
                .toList();
        assertThat(versions).hasSize(2).allMatch(SummaryItem::conflict);
    }

    @Test
    void sourcesAndSectionsFit() {
        EmergencySummary summary = summary();
        Set<String> sources = new HashSet<>();
        summary.sources().forEach(source -> sources.add(source.id()));
        summary.sections().values().forEach(section -> section.items()
                .forEach(item -> assertThat(sources).containsAll(item.sources())));
        String json = new String(SummaryJson.write(summary), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        assertThat(json)
                .contains(
                        "coumadine",
                        "plavix",
                        "levothyrox",
                        "stimulateur cardiaque",
                        "pyélonéphrite",
                        "infarctus transmural",
                        "revaxis",
                        "angine de poitrine instable");
    }

    private static List<SummaryItem> items(EmergencySummary summary, SectionKind kind) {
        var section = summary.sections().get(kind);
        return section == null ? List.of() : section.items();
    }
}
