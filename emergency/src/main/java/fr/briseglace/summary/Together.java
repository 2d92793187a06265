package fr.briseglace.summary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One item out of several that say the same: the newest, completed by what only the others say. */
final class Together {
    private static final String BETWEEN = " ; ";

    private Together() {}

    static ClinicalItem of(List<ClinicalItem> newestFirst) {
        ClinicalItem newest = newestFirst.getFirst();
        if (newestFirst.size() == 1) {
            return newest;
        }
        Set<String> details = new LinkedHashSet<>();
        for (ClinicalItem item : newestFirst) {
            if (item.detail() != null) {
                details.addAll(List.of(item.detail().split(BETWEEN, -1)));
            }
            if (!Words.fold(item.label()).equals(Words.fold(newest.label()))) {
                details.add(item.label());
            }
        }
        ClinicalDate onset = first(newestFirst, ClinicalItem::onset);
        ClinicalDate end = first(newestFirst, ClinicalItem::end);
        for (ClinicalItem item : newestFirst) {
            addDate(details, "Début selon une autre source : ", item.onset(), onset);
            addDate(details, "Fin selon une autre source : ", item.end(), end);
        }
        return new ClinicalItem(
                newest.section(),
                newest.label(),
                all(newestFirst, ClinicalItem::codings),
                all(newestFirst, ClinicalItem::answers),
                all(newestFirst, ClinicalItem::traits),
                first(newestFirst, ClinicalItem::status),
                onset,
                end,
                details.isEmpty() ? null : String.join(BETWEEN, details),
                severities(newestFirst),
                first(newestFirst, ClinicalItem::value),
                newest.none());
    }

    private static void addDate(
            Set<String> details, String words, @Nullable ClinicalDate date, @Nullable ClinicalDate shown) {
        if (date != null && !date.equals(shown)) {
            details.add(words + date.iso());
        }
    }

    private static <T> @Nullable T first(List<ClinicalItem> items, Function<ClinicalItem, @Nullable T> field) {
        for (ClinicalItem item : items) {
            T value = field.apply(item);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String severities(List<ClinicalItem> items) {
        Set<String> found = new LinkedHashSet<>();
        items.stream().map(ClinicalItem::severity).filter(Objects::nonNull).forEach(found::add);
        return found.isEmpty() ? null : String.join(BETWEEN, found);
    }

    private static List<Coding> all(List<ClinicalItem> items, Function<ClinicalItem, List<Coding>> field) {
        Map<String, Coding> found = new LinkedHashMap<>();
        for (ClinicalItem item : items) {
            for (Coding coding : field.apply(item)) {
                found.putIfAbsent(coding.system() + "|" + coding.code(), coding);
            }
        }
        return List.copyOf(found.values());
    }
}
