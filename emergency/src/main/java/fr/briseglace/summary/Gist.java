package fr.briseglace.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that stand behind the name of a fact on the sheet. What answers a question or qualifies the fact is kept,
 * because a name without it can say the reverse; bookkeeping is left to the full answer.
 */
final class Gist {
    private static final Set<String> TELLING =
            Set.of("réaction", "criticité", "précision", "observation", "interprétation", "latéralité", "localisation");
    private static final Set<String> DOSES =
            Set.of("posologie", "dose", "fréquence", "fréquence d'administration", "rythme");
    private static final Set<String> YES = Set.of("oui", "autorise");
    private static final Set<String> NO = Set.of("non", "non autorise");
    private static final String CERTAINTY = "certitude";
    private static final String CERTAIN = "confirme";
    private static final String BETWEEN = " ; ";
    private static final String KEY = " : ";

    private Gist() {}

    /** Status where it is not plain, value, severity, then the telling parts of the detail; may be empty. */
    static String of(ClinicalItem item, boolean over, boolean contradicted) {
        Set<String> parts = brief(item, over || contradicted);
        if (item.severity() != null) {
            parts.add("gravité : " + item.severity().replace(BETWEEN, ", "));
        }
        parts.addAll(telling(item));
        return String.join(", ", parts);
    }

    /** Status and value alone, for what is past. */
    static String brief(ClinicalItem item) {
        return String.join(", ", brief(item, true));
    }

    private static Set<String> brief(ClinicalItem item, boolean always) {
        Set<String> parts = new LinkedHashSet<>();
        if (item.status() != null && (always || remarkable(item.status()))) {
            parts.add(SheetWords.status(item.status()));
        }
        String value = SheetWords.value(item.value());
        if (value != null) {
            parts.add(value);
        }
        return parts;
    }

    private static boolean remarkable(ItemStatus status) {
        return switch (status) {
            case RECURRENCE, RELAPSE, REMISSION, PLANNED -> true;
            case ACTIVE, PRESCRIBED, DISPENSED, COMPLETED -> false;
            case INACTIVE, RESOLVED, SUSPENDED, STOPPED, REFUTED, NOT_DONE, ABSENT, ENTERED_IN_ERROR -> true;
        };
    }

    private static List<String> telling(ClinicalItem item) {
        List<String> parts = new ArrayList<>();
        if (item.detail() == null) {
            return parts;
        }
        List<String> known = new ArrayList<>(singular(item.label()));
        for (String part : item.detail().split(BETWEEN, -1)) {
            int colon = part.indexOf(KEY);
            String key = colon < 0 ? "" : part.substring(0, colon).toLowerCase(Locale.FRANCE);
            String said = colon < 0 ? part : part.substring(colon + KEY.length());
            if ((colon < 0 || telling(item.section(), key, said)) && !repeats(item.value(), said)) {
                List<String> words = singular(said);
                if (!known.containsAll(words)) {
                    known.addAll(words);
                    parts.add(colon < 0 ? part : key + KEY + said);
                }
            }
        }
        return parts;
    }

    private static boolean telling(SectionKind section, String key, String said) {
        if (key.equals(CERTAINTY)) {
            return !Words.fold(said).startsWith(CERTAIN);
        }
        return TELLING.contains(key) || (section == SectionKind.TREATMENTS && DOSES.contains(key));
    }

    // "Yes, no" must stay.
    private static boolean repeats(@Nullable ItemValue value, String said) {
        return value instanceof Answer answer && (answer.yes() ? YES : NO).contains(Words.fold(said));
    }

    private static List<String> singular(String words) {
        return Words.of(words).stream()
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .toList();
    }
}
