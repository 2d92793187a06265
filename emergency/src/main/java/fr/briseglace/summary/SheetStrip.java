package fr.briseglace.summary;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The vital strip: one cell for each flag, with what raises it, since when and who says so. */
final class SheetStrip {
    private static final int COLUMNS = 3;
    private static final int LABELS = 6;
    private static final int LONGEST = 60;
    /** Width of a cell's words, as if they were body text. */
    private static final double CELL = 49;

    private static final double LINE = 4;
    /** A cell without its labels, the gap below included. */
    private static final double FRAME = 7;

    private static final Set<VitalFlag> FORBIDDING = Set.of(
            VitalFlag.RESUSCITATION_REFUSED,
            VitalFlag.TRANSFUSION_REFUSAL,
            VitalFlag.SEVERE_REACTION,
            VitalFlag.DRUG_ALLERGY);
    private static final String CONFLICT = "sources contradictoires";
    private static final String NOTHING =
            "Aucun signal vital repéré dans les documents (ne veut pas dire qu’il n’y en a aucun).";

    /** What labels rest on; those that share it are printed together. */
    private record Ground(String when, List<String> sources, boolean conflict) {
        static Ground of(List<SummaryItem> rests) {
            SummaryItem first = rests.getFirst();
            boolean conflict = rests.stream().anyMatch(SummaryItem::conflict);
            return new Ground(SheetEntry.when(first, SheetEntry.NOTED), first.sources(), conflict);
        }

        String line(String labels) {
            return labels + " " + when + " d10 d11 +9";
        }
    }

    private static final class Cell {
        final Map<Ground, String> labels = new LinkedHashMap<>();
        private int shown;
        int more;

        void add(Ground ground, String label) {
            if (shown == LABELS) {
                more++;
            } else {
                shown++;
                labels.merge(ground, label, (before, next) -> before + " · " + next);
            }
        }

        double height() {
            double lines = more > 0 ? 1 : 0;
            for (Map.Entry<Ground, String> label : labels.entrySet()) {
                lines += Print.lines(label.getKey().line(label.getValue()), CELL)
                        + (label.getKey().conflict() ? 1 : 0);
            }
            return FRAME + LINE * lines;
        }
    }

    private final Map<VitalFlag, Cell> cells = new EnumMap<>(VitalFlag.class);

    SheetStrip(EmergencySummary summary) {
        Map<String, SummaryItem> items = new HashMap<>();
        summary.sections().values().forEach(section -> section.items().forEach(item -> items.put(item.id(), item)));
        for (VitalEntry entry : summary.vital()) {
            List<SummaryItem> rests = entry.items().stream()
                    .map(items::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!rests.isEmpty()) {
                cells.computeIfAbsent(entry.flag(), flag -> new Cell()).add(Ground.of(rests), label(entry));
            }
        }
    }

    private static String label(VitalEntry entry) {
        String words = entry.label();
        // The heading of the cell says it already.
        boolean refused = entry.flag() == VitalFlag.RESUSCITATION_REFUSED && words.endsWith(VitalFlags.REFUSED);
        return Print.cut(refused ? words.substring(0, words.length() - VitalFlags.REFUSED.length()) : words, LONGEST);
    }

    /** The most of the page that it takes, millimetres: the least height at which the cells fill no more columns. */
    double height() {
        double height = cells.values().stream().mapToDouble(Cell::height).max().orElse(FRAME + LINE);
        while (columns(height) > COLUMNS) {
            height++;
        }
        return height;
    }

    private int columns(double height) {
        int columns = 1;
        double filled = 0;
        for (Cell cell : cells.values()) {
            if (filled + cell.height() > height) {
                columns++;
                filled = 0;
            }
            filled += cell.height();
        }
        return columns;
    }

    void write(Markup html) {
        html.open("section", "class", "vital").element("h2", "À savoir d’abord", "class", "unseen");
        if (cells.isEmpty()) {
            html.element("p", NOTHING);
        } else {
            html.open("dl");
            cells.forEach((flag, cell) -> write(html, flag, cell));
            html.close();
        }
        html.closeLine();
    }

    private static void write(Markup html, VitalFlag flag, Cell cell) {
        html.open("div", "class", FORBIDDING.contains(flag) ? "forbidding" : "flag");
        html.element("dt", SheetWords.flag(flag));
        cell.labels.forEach((ground, labels) -> {
            html.open("dd").element("b", labels).text(" ").open("small").text(ground.when() + " ");
            SheetEntry.writeSources(html, ground.sources());
            html.close();
            if (ground.conflict()) {
                html.element("strong", CONFLICT);
            }
            html.close();
        });
        if (cell.more > 0) {
            html.element("dd", "+ " + cell.more + (cell.more == 1 ? " autre" : " autres") + ", ci-dessous");
        }
        html.closeLine();
    }
}
