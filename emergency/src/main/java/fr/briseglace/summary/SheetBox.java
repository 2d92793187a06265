package fr.briseglace.summary;

import fr.briseglace.summary.SheetPlan.Placed;
import java.util.ArrayList;
import java.util.List;

/** A section while it is being filled, and how much of a column it takes; the style sheet has the same measures. */
final class SheetBox {
    /** Width of a column, millimetres. */
    private static final double COLUMN = 93;

    private static final double ROW_WORDS = 61;
    private static final double ROW_DATE = 19.7;
    private static final double ROW_GAP = 0.6;
    private static final double HEADING = 4.9;
    private static final double BETWEEN = 1.4;
    private static final String MORE = "+ 999 autres dans le dossier";

    private final SheetPlace place;
    private final List<SheetFact> facts;
    private final List<Placed> shown = new ArrayList<>();
    /** Height of the rows, and width of what stands in line, millimetres. */
    private double rows;

    private double line;

    SheetBox(SheetPlace place, List<SheetFact> facts) {
        this.place = place;
        this.facts = facts;
        line = place.urgent() ? 0 : Print.width(place.title() + " : ");
    }

    SheetPlace place() {
        return place;
    }

    int shown() {
        return shown.size();
    }

    boolean complete() {
        return shown.size() == facts.size();
    }

    /** The fact that would be placed next. */
    SheetFact next() {
        return facts.get(shown.size());
    }

    /** Places the next fact unless it makes the section higher by more than the room; says by how much it did. */
    double place(Placed next, double room) {
        double before = height();
        double rowsBefore = rows;
        double lineBefore = line;
        if (place.urgent() && !next.fact().past()) {
            rows += (rows == 0 ? HEADING : 0) + (next.fact().conflict() ? Print.LINE + ROW_GAP : 0);
            next.entries().forEach(entry -> rows += row(entry));
        } else {
            line += place.urgent() && line == 0 ? Print.width(SheetSections.PAST) : 0;
            line += next.fact().conflict() ? Print.width(SheetSections.contradiction(next.fact())) : 0;
            next.entries().forEach(entry -> line += Print.width(entry.line() + " d10 d11 +9 · "));
        }
        shown.add(next);
        double more = height() - before;
        if (more <= room) {
            return more;
        }
        shown.removeLast();
        rows = rowsBefore;
        line = lineBefore;
        return Double.NaN;
    }

    /** With what is placed and the words for what is not. */
    double height() {
        if (!place.urgent() && shown.isEmpty()) {
            return Print.LINE * Print.width(place.title() + " (999), ") / COLUMN + BETWEEN / 2;
        }
        double words = line + (complete() ? 0 : Print.width(MORE));
        double heading = place.urgent() && rows == 0 ? HEADING : 0;
        return BETWEEN + heading + rows + Print.LINE * Math.ceil(words / COLUMN);
    }

    SheetPlan.Part part() {
        int more = facts.subList(shown.size(), facts.size()).stream()
                .mapToInt(fact -> fact.versions().size())
                .sum();
        return new SheetPlan.Part(place, shown, more);
    }

    private static double row(SheetEntry entry) {
        int words = Print.lines(entry.name() + "  " + entry.gist(), ROW_WORDS);
        return Math.max(words, Print.lines(entry.when(), ROW_DATE)) * Print.LINE + ROW_GAP;
    }

    /** Height of a section without facts: the words for it, or its name among those of others. */
    static double silence(SheetPlace place, SectionState state) {
        return switch (state) {
            case RECORDED, DECLARED_NONE -> BETWEEN + Print.LINE * 2;
            case NOT_RECORDED, UNAVAILABLE ->
                place.urgent()
                        ? BETWEEN + Print.LINE * 2
                        : Print.LINE * Print.width(place.title() + ", ") / COLUMN + BETWEEN / 2;
        };
    }
}
