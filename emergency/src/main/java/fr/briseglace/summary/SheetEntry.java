package fr.briseglace.summary;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a fact as printed.
 *
 * @param name what it is, cut to what the place allows
 * @param gist what qualifies it, maybe empty
 * @param when its dates, or when it was last written down
 * @param sources ids of its sources, newest first
 */
record SheetEntry(String name, String gist, String when, List<String> sources) {
    /** When a fact was written down, where it has no date of its own, in a line. */
    static final String NOTED = "noté %s";

    private static final String DOCUMENT_DATE = "(%s)";
    private static final int NAMED_SOURCES = 2;
    private static final int ROW = 88;
    private static final int RUN = 58;

    /** In a row of its own. */
    static SheetEntry row(SummaryItem item, LocalDate today) {
        return of(item, today, ROW, DOCUMENT_DATE);
    }

    /** One of many in a line. */
    static SheetEntry run(SummaryItem item, LocalDate today) {
        return of(item, today, RUN, NOTED);
    }

    private static SheetEntry of(SummaryItem item, LocalDate today, int longest, String unsaid) {
        ClinicalItem fact = item.item();
        boolean over = Standings.of(fact, today) != ItemStatus.Standing.HOLDS;
        return new SheetEntry(
                Print.cut(fact.label(), longest),
                Print.cut(Gist.of(fact, over, item.conflict()), longest),
                when(item, unsaid),
                item.sources());
    }

    /** Since when and until when; where the source does not say, when it was written, in the words given. */
    static String when(SummaryItem item, String unsaid) {
        ClinicalDate onset = item.item().onset();
        ClinicalDate end = item.item().end();
        if (onset == null && end == null) {
            return unsaid.formatted(SheetWords.day(item.newest()));
        }
        if (end == null || end.equals(onset)) {
            return onset == null ? "" : SheetWords.date(onset);
        }
        return (onset == null ? "" : SheetWords.date(onset)) + " → " + SheetWords.date(end);
    }

    /** All of it in one line, without the sources. */
    String line() {
        return name + (gist.isEmpty() ? "" : " : " + gist) + " (" + when + ")";
    }

    /** References to the list of sources; beyond the newest ones their number. */
    void writeSources(Markup html) {
        writeSources(html, sources);
    }

    static void writeSources(Markup html, List<String> sources) {
        int named = Math.min(sources.size(), NAMED_SOURCES);
        for (String source : sources.subList(0, named)) {
            html.element("a", source, "href", "#" + source).text(" ");
        }
        if (sources.size() > named) {
            html.text("+" + (sources.size() - named));
        }
    }
}
