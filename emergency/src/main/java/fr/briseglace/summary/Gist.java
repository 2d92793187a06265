package fr.briseglace.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that stand behind the name of a fact on the sheet. What answers a question or qualifies the fact is kept,
 * because a name without it can say the reverse; bookkeeping is left to the full answer.
 */
final class Gist {
    private static final Set<String> TELLING =
            Set.of("réaction", "criticité", "précision", "observation", "interprétation", "latéralité", "localisation");
    private static final Set<String> DOSES =
            Set.of("posologie", "dose", "fréquence", "fréquence d'administration", "rythme");
    private static final Set<String> ANSWERS = Set.of("oui", "non");
    private static final String CERTAINTY = "certitude";
    private static final List<String> CERTAIN = List.of("confirme");
    private static final String BETWEEN = " ; ";
    private static final String KEY = " : ";

    private Gist() {}

    /** Status where it is not plain, severity, value, then the telling parts of the detail; may be empty. */
    static String of(ClinicalItem item, boolean over, boolean contradicted) {
        Set<String> parts = new LinkedHashSet<>();
        if (item.status() != null && (contradicted || over || remarkable(item.status()))) {
            parts.add(SheetWords.status(item.status()));
        }
        String value = SheetWords.value(item.value());
        if (value != null) {
            parts.add(value);
        }
        if (item.severity() != null) {
            parts.add("gravité : " + item.severity().replace(BETWEEN, ", "));
        }
        parts.addAll(telling(item));
        return String.join(", ", parts);
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
        List<String> said = new ArrayList<>(Words.of(item.label()));
        for (String part : item.detail().split(BETWEEN, -1)) {
            int colon = part.indexOf(KEY);
            List<String> words = Words.of(colon < 0 ? part : part.substring(colon + KEY.length()));
            boolean kept = colon < 0
                    ? !(item.value() instanceof Answer && ANSWERS.contains(Words.fold(part)))
                    : telling(item.section(), part.substring(0, colon).toLowerCase(Locale.FRANCE), words);
            if (kept && !words.isEmpty() && !said.containsAll(words)) {
                said.addAll(words);
                parts.add(
                        colon < 0 ? part : part.substring(0, colon).toLowerCase(Locale.FRANCE) + part.substring(colon));
            }
        }
        return parts;
    }

    private static boolean telling(SectionKind section, String key, List<String> words) {
        if (key.equals(CERTAINTY)) {
            return !words.equals(CERTAIN);
        }
        return TELLING.contains(key) || (section == SectionKind.TREATMENTS && DOSES.contains(key));
    }
}
