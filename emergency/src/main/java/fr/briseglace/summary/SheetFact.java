package fr.briseglace.summary;

import fr.briseglace.summary.ItemStatus.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One fact on the sheet with all versions of it, which are never parted.
 *
 * @param versions newest first, at least one
 * @param vital whether the strip rests on it
 * @param past whether no source holds it to be so today, and none contradicts another about it
 */
record SheetFact(List<SummaryItem> versions, boolean vital, boolean past) {
    /** Copies the list. */
    SheetFact {
        versions = List.copyOf(versions);
    }

    /** The facts of a section: those of the strip first, those that are past last, otherwise in the order given. */
    static List<SheetFact> of(Section section, Set<String> vital, LocalDate today) {
        Map<Integer, List<SummaryItem>> byFact = new LinkedHashMap<>();
        for (SummaryItem item : section.items()) {
            byFact.computeIfAbsent(item.fact(), fact -> new ArrayList<>()).add(item);
        }
        return byFact.values().stream()
                .map(versions -> new SheetFact(
                        versions,
                        versions.stream().anyMatch(item -> vital.contains(item.id())),
                        versions.stream().noneMatch(item -> item.conflict() || holds(item, today))))
                .sorted(Comparator.comparing(SheetFact::vital).reversed().thenComparing(SheetFact::past))
                .toList();
    }

    private static boolean holds(SummaryItem item, LocalDate today) {
        return Standings.of(item.item(), today) == Standing.HOLDS;
    }

    boolean conflict() {
        return versions.stream().anyMatch(SummaryItem::conflict);
    }
}
