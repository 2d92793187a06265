package fr.briseglace.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts and documents of our own making. */
final class Facts {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private Facts() {}

    static Coding coding(String system, String code) {
        return new Coding(system, code, null);
    }

    static ClinicalItem item(SectionKind section, String label, Coding... codings) {
        return new ClinicalItem(
                section, label, List.of(codings), List.of(), List.of(), null, null, null, null, null, null, false);
    }

    static ClinicalItem with(ClinicalItem item, @Nullable ItemStatus status) {
        return new ClinicalItem(
                item.section(),
                item.label(),
                item.codings(),
                item.answers(),
                item.traits(),
                status,
                item.onset(),
                item.end(),
                item.detail(),
                item.severity(),
                item.value(),
                item.none());
    }

    static ClinicalItem dated(ClinicalItem item, @Nullable String onset, @Nullable String end) {
        return new ClinicalItem(
                item.section(),
                item.label(),
                item.codings(),
                item.answers(),
                item.traits(),
                item.status(),
                onset == null ? null : new ClinicalDate(onset),
                end == null ? null : new ClinicalDate(end),
                item.detail(),
                item.severity(),
                item.value(),
                item.none());
    }

    static ClinicalItem valued(ClinicalItem item, ItemValue value) {
        return new ClinicalItem(
                item.section(),
                item.label(),
                item.codings(),
                item.answers(),
                item.traits(),
                item.status(),
                item.onset(),
                item.end(),
                item.detail(),
                item.severity(),
                value,
                item.none());
    }

    static ClinicalItem answered(ClinicalItem item, Coding... answers) {
        return new ClinicalItem(
                item.section(),
                item.label(),
                item.codings(),
                List.of(answers),
                item.traits(),
                item.status(),
                item.onset(),
                item.end(),
                item.detail(),
                item.severity(),
                item.value(),
                item.none());
    }

    static ClinicalItem ofKind(ClinicalItem item, Coding... traits) {
        return new ClinicalItem(
                item.section(),
                item.label(),
                item.codings(),
                item.answers(),
                List.of(traits),
                item.status(),
                item.onset(),
                item.end(),
                item.detail(),
                item.severity(),
                item.value(),
                item.none());
    }

    static SourcedDocument document(String id, String date, ClinicalItem... items) {
        Source source = new Source(
                id,
                "SYNTH",
                "Document " + id,
                Instant.parse(date + "T10:00:00Z"),
                Author.UNKNOWN,
                SourceKind.PROFESSIONAL);
        return new SourcedDocument(source, List.of(items));
    }

    static EmergencySummary summary(SourcedDocument... documents) {
        return EmergencySummary.of(List.of(documents), TODAY, NOW);
    }

    static List<SummaryItem> items(EmergencySummary summary, SectionKind kind) {
        Section section = summary.sections().get(kind);
        return section == null ? List.of() : section.items();
    }
}
