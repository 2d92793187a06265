package fr.briseglace.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a pregnancy that was written down can still be going on. */
final class Pregnancies {
    private static final Set<String> DUE = Set.of("11778-8", "11779-6", "11780-4");
    private static final Set<SectionKind> SAID_IN =
            Set.of(SectionKind.PREGNANCY, SectionKind.PROBLEMS, SectionKind.ALERTS);
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** Without a due date a pregnancy is over 42 weeks after it was stated. */
    private static final int LONGEST_WEEKS = 42;

    private final List<SummaryItem> dueDates;
    private final LocalDate today;

    Pregnancies(List<SummaryItem> items, LocalDate today) {
        this.today = today;
        dueDates = items.stream()
                .filter(item -> item.item().onset() != null)
                .filter(item -> item.item().codings().stream().anyMatch(coding -> DUE.contains(coding.code())))
                .toList();
    }

    /** Whether an item says that the patient is pregnant and the due date has not passed. */
    boolean current(SummaryItem item) {
        ClinicalItem fact = item.item();
        boolean pregnant = Conditions.raise(VitalFlag.PREGNANCY, fact.answers())
                || Conditions.raise(VitalFlag.PREGNANCY, fact.codings());
        if (!pregnant || !SAID_IN.contains(fact.section())) {
            return false;
        }
        LocalDate due = due(item);
        if (due != null) {
            return !due.isBefore(today);
        }
        LocalDate stated = fact.onset() == null
                ? LocalDate.ofInstant(item.newest(), FRANCE)
                : fact.onset().last();
        return !stated.plusWeeks(LONGEST_WEEKS).isBefore(today);
    }

    // The due date of the same document, else any that was written later.
    private @Nullable LocalDate due(SummaryItem pregnant) {
        return dueDates.stream()
                .filter(due -> !Collections.disjoint(due.sources(), pregnant.sources())
                        || due.newest().isAfter(pregnant.newest()))
                .map(due -> due.item().onset())
                .filter(Objects::nonNull)
                .map(ClinicalDate::last)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
