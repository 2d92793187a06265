package fr.briseglace.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What must be known of a patient in an emergency.
 *
 * @param vital the strip read first
 * @param sections all sections, in their order
 * @param deniedBy ids of the sources, newest first, that say expressly of an empty section that there is none
 * @param sources the documents it was made from, newest first
 * @param asOf when it was put together
 */
public record EmergencySummary(
        List<VitalEntry> vital,
        Map<SectionKind, Section> sections,
        Map<SectionKind, List<String>> deniedBy,
        List<Source> sources,
        Instant asOf) {
    /** Said in every answer, whoever the patient is. */
    public static final String NOTICE =
            "Ce dossier peut être incomplet : ce qui n'y figure pas n'est pas pour autant exclu.";

    /** Copies the collections; every section must be there. */
    public EmergencySummary {
        vital = List.copyOf(vital);
        sources = List.copyOf(sources);
        sections = Collections.unmodifiableMap(new EnumMap<>(sections));
        deniedBy = Map.copyOf(deniedBy);
        if (sections.size() != SectionKind.values().length) {
            throw new IllegalArgumentException("a summary has all sections");
        }
    }

    /**
     * Puts documents together.
     *
     * @param documents those that may be shown, in any order
     * @param today the day on which treatments and pregnancies are judged to be current
     * @param asOf when the documents were read
     */
    public static EmergencySummary of(List<SourcedDocument> documents, LocalDate today, Instant asOf) {
        List<SourcedDocument> newestFirst = documents.stream()
                .sorted(Comparator.comparing(
                                (SourcedDocument document) -> document.source().date())
                        .reversed()
                        .thenComparing(document -> document.source().id()))
                .toList();
        List<Source> sources = new ArrayList<>();
        Map<SectionKind, Merge> merges = new EnumMap<>(SectionKind.class);
        Map<SectionKind, Merge> statements = new EnumMap<>(SectionKind.class);
        for (SourcedDocument document : newestFirst) {
            Source source = document.source().withId("d" + (sources.size() + 1));
            sources.add(source);
            for (ClinicalItem item : document.items()) {
                (item.none() ? statements : merges)
                        .computeIfAbsent(item.section(), kind -> new Merge(today))
                        .add(source, item);
            }
        }
        Map<SectionKind, Section> sections = new EnumMap<>(SectionKind.class);
        Map<SectionKind, List<String>> deniedBy = new EnumMap<>(SectionKind.class);
        List<SummaryItem> all = new ArrayList<>();
        int facts = 1;
        for (SectionKind kind : SectionKind.values()) {
            Merge merge = merges.get(kind);
            Merge none = statements.get(kind);
            List<SummaryItem> items = new ArrayList<>();
            if (merge != null) {
                items.addAll(merge.items(all.size() + 1, facts));
                facts += merge.facts();
                if (none != null) {
                    none.items(all.size() + items.size() + 1, facts).stream()
                            .map(EmergencySummary::contradicted)
                            .forEach(items::add);
                    facts += none.facts();
                }
            } else if (none != null) {
                deniedBy.put(kind, none.items(1, 1).getFirst().sources());
            }
            all.addAll(items);
            SectionState empty = none == null ? SectionState.NOT_RECORDED : SectionState.DECLARED_NONE;
            sections.put(kind, new Section(items.isEmpty() ? empty : SectionState.RECORDED, items));
        }
        return new EmergencySummary(VitalFlags.of(all, today), sections, deniedBy, sources, asOf);
    }

    // One source says there is none where another has facts: both are shown.
    private static SummaryItem contradicted(SummaryItem none) {
        return new SummaryItem(none.id(), none.fact(), none.item(), none.sources(), none.newest(), true);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "EmergencySummary[…]";
    }
}
