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
    private static final int ROW = 84;
    private static final int CONTACT = 110;
    private static final int RUN = 58;

    /** How much is said of each fact. */
    enum Length {
        /** As much as leaves room for the other facts of a long record. */
        SHORT(1),
        /** Nearly everything, where the page has room for it. */
        FULL(5);

        private final int factor;

        Length(int factor) {
            this.factor = factor;
        }
    }

    /** A version of a fact in a section. */
    static SheetEntry of(SheetPlace place, SheetFact fact, SummaryItem item, LocalDate today, Length length) {
        ClinicalItem said = item.item();
        if (fact.past()) {
            String name = Print.cut(said.label(), RUN * length.factor);
            return new SheetEntry(name, Gist.brief(said), when(item, NOTED), item.sources());
        }
        int longest = length.factor * (place.urgent() ? ROW : place == SheetPlace.CONTACTS ? CONTACT : RUN);
        boolean over = Standings.of(said, today) != ItemStatus.Standing.HOLDS;
        return new SheetEntry(
                Print.cut(said.label(), longest),
                Print.cut(Gist.of(said, over, item.conflict()), longest),
                when(item, place.urgent() ? DOCUMENT_DATE : NOTED),
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
        return (onset == null ? "" : SheetWords.date(onset)) + " →\u00a0" + SheetWords.date(end);
    }

    /** All of it in one line, without the sources. */
    String line() {
        return name + (gist.isEmpty() ? "" : " : " + gist) + " (" + when + ")";
    }

    /** References to the list of sources; beyond the newest ones their number. */
    void writeSources(Markup html) {
        writeSources(html, sources);
    }

    /** The same for other things than facts. */
    static void writeSources(Markup html, List<String> sources) {
        for (String source : named(sources)) {
            html.element("a", source, "href", "#" + source).text(" ");
        }
        if (sources.size() > NAMED_SOURCES) {
            html.text("+" + (sources.size() - NAMED_SOURCES));
        }
    }

    /** Those of the sources that are referred to by name. */
    static List<String> named(List<String> sources) {
        return sources.subList(0, Math.min(sources.size(), NAMED_SOURCES));
    }
}
