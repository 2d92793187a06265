package fr.briseglace.summary;

import fr.briseglace.summary.ItemStatus.Standing;
import java.time.LocalDate;

/** Whether facts hold on a given day. */
final class Standings {
    private Standings() {}

    /** What a fact comes down to today: a state whose end has passed is over; past events stay true. */
    static Standing of(ClinicalItem item, LocalDate today) {
        Standing stated = item.status() == null ? Standing.HOLDS : item.status().standing();
        return stated == Standing.HOLDS && ended(item, today) ? Standing.OVER : stated;
    }

    /** Whether a fact is over only because its end has passed, not because a source says so. */
    static boolean onlyEnded(ClinicalItem item, LocalDate today) {
        boolean stated = item.status() != null && item.status().standing() != Standing.HOLDS;
        return !stated && ended(item, today);
    }

    private static boolean ended(ClinicalItem item, LocalDate today) {
        boolean state = !item.section().ofEvents() && item.section() != SectionKind.DIRECTIVES;
        return state && item.end() != null && item.end().last().isBefore(today);
    }
}
