package fr.briseglace.summary;

import fr.briseglace.summary.ItemStatus.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One fact on the sheet with all versions of it, which are never parted.
 *
 * @param versions newest first, at least one
 * @param vital whether the strip rests on it
 * @param past whether it stands apart in an urgent section: nobody holds it to be so today, nor contradicts that
 * @param negative whether it only says that something is not so, where that can wait
 */
record SheetFact(List<SummaryItem> versions, boolean vital, boolean past, boolean negative) {
    /** Where what is not so matters less; it may matter most in directives and handicaps. */
    private static final Set<SheetPlace> NEGATIVES_LAST =
            EnumSet.complementOf(EnumSet.of(SheetPlace.DIRECTIVES, SheetPlace.FUNCTIONAL_STATUS));

    /** Copies the list. */
    SheetFact {
        versions = List.copyOf(versions);
    }

    /** The facts of a section: those of the strip, then what is so, then what is not, then what is past. */
    static List<SheetFact> of(SheetPlace place, Section section, Set<String> vital, LocalDate today) {
        Map<Integer, List<SummaryItem>> byFact = new LinkedHashMap<>();
        for (SummaryItem item : section.items()) {
            byFact.computeIfAbsent(item.fact(), fact -> new ArrayList<>()).add(item);
        }
        return byFact.values().stream()
                .map(versions -> new SheetFact(
                        versions,
                        versions.stream().anyMatch(item -> vital.contains(item.id())),
                        place.urgent() && versions.stream().noneMatch(item -> item.conflict() || holds(item, today)),
                        NEGATIVES_LAST.contains(place) && versions.stream().allMatch(SheetFact::negative)))
                .sorted(Comparator.comparing(SheetFact::vital)
                        .reversed()
                        .thenComparing(SheetFact::past)
                        .thenComparing(SheetFact::negative))
                .toList();
    }

    private static boolean holds(SummaryItem item, LocalDate today) {
        return Standings.of(item.item(), today) == Standing.HOLDS;
    }

    private static boolean negative(SummaryItem item) {
        boolean no = item.item().value() instanceof Answer answer && !answer.yes();
        return no || Answers.sayNone(item.item());
    }

    boolean conflict() {
        return versions.stream().anyMatch(SummaryItem::conflict);
    }
}
