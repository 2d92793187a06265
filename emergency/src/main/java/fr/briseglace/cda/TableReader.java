package fr.briseglace.cda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table into rows of cells with their column's heading. Rows that span columns under an ordinary row ("notes",
 * "instructions") belong to it; a heading that spans the whole table is its title; cells of one heading are one cell.
 */
final class TableReader {
    private static final int SPAN_LIMIT = 100;

    /** What handling a cell costs, in characters, however short it is. */
    private static final int CELL = 64;

    /** Longest heading that is put together from several rows, in characters. */
    private static final int HEADING = 300;

    private record Carried(String text, int rows) {}

    /** A row, with those that continue it, and the heading across the table that it stands under, if any. */
    record Row(List<Cell> cells, Set<String> ids, @Nullable String group) {}

    private final Work work;
    private final List<String> headers = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final TreeMap<Integer, Carried> carried = new TreeMap<>();
    private final Map<Integer, Integer> reaching = new HashMap<>();
    private @Nullable String title;
    private @Nullable String group;
    private boolean groupUsed = true;

    TableReader(XmlElement table, Work work) {
        this.work = work;
        for (XmlElement part : table.children()) {
            switch (part.name()) {
                case "thead" -> part.children("tr").forEach(this::heading);
                case "tbody", "tfoot" -> part.children("tr").forEach(this::row);
                case "tr" -> row(part);
                default -> {}
            }
        }
        endGroup();
    }

    // A heading across the table under which nothing stands is a row of its own.
    private void endGroup() {
        if (!groupUsed && group != null) {
            rows.add(new Row(List.of(new Cell("", false, group)), Set.of(), null));
        }
        groupUsed = true;
    }

    private boolean heads(List<XmlElement> tds, Set<String> ids) {
        if (tds.size() != 1 || !ids.isEmpty() || span(tds.getFirst(), "colspan") < 2) {
            return false;
        }
        XmlElement only = tds.getFirst();
        String text = only.text();
        work.spend(text.length() + CELL);
        return text.length() < HEADING && (only.name().equals("th") || BlockReader.styled(only));
    }

    @Nullable
    String title() {
        return title;
    }

    List<Row> rows() {
        return rows;
    }

    private void heading(XmlElement tr) {
        List<XmlElement> cells = tr.children();
        if (cells.size() == 1 && headers.isEmpty()) {
            boolean spans = span(cells.getFirst(), "colspan") > 1;
            String text = cells.getFirst().text();
            if (spans && !text.isEmpty()) {
                title = title == null ? text : title + " / " + text;
                return;
            }
        }
        int column = 0;
        for (XmlElement cell : cells) {
            column = below(column);
            String text = cell.text();
            work.spend(text.length() + CELL);
            int height = span(cell, "rowspan");
            for (int i = 0; i < span(cell, "colspan"); i++) {
                head(column, text);
                if (height > 1) {
                    reaching.put(column, height);
                }
                column++;
            }
        }
        work.spend(reaching.size());
        reaching.replaceAll((at, rows) -> rows - 1);
        reaching.values().removeIf(rows -> rows < 1);
    }

    // A heading that reaches down from a row above takes its column in this row too.
    private int below(int from) {
        int column = from;
        while (reaching.getOrDefault(column, 0) > 0) {
            column++;
        }
        return column;
    }

    private void head(int column, String text) {
        while (headers.size() <= column) {
            headers.add("");
        }
        String above = headers.get(column);
        work.spend(Math.min(HEADING, above.length() + text.length()));
        if (above.isEmpty() || above.equals(text)) {
            headers.set(column, text);
        } else if (!text.isEmpty() && above.length() + text.length() < HEADING) {
            headers.set(column, above + " / " + text);
        }
    }

    private void row(XmlElement tr) {
        List<XmlElement> tds = tr.children().stream()
                .filter(cell -> cell.name().equals("td") || cell.name().equals("th"))
                .toList();
        boolean allHeadings =
                !tds.isEmpty() && tds.stream().allMatch(cell -> cell.name().equals("th"));
        if (allHeadings && headers.isEmpty() && tds.size() > 1) {
            heading(tr);
            return;
        }
        Set<String> ids = new HashSet<>();
        tr.walk(element -> {
            String id = element.attribute("ID");
            if (id != null) {
                ids.add(id);
            }
        });
        boolean continues = !rows.isEmpty()
                && headers.size() > 2
                && tds.size() == 2
                && tds.stream().anyMatch(cell -> span(cell, "colspan") > 1);
        if (heads(tds, ids) && carried.isEmpty()) {
            endGroup();
            String text = tds.getFirst().text();
            work.spend(text.length() + CELL);
            group = text.isEmpty() ? null : text;
            groupUsed = text.isEmpty();
            return;
        }
        List<Cell> cells = cells(tds);
        // Images and the like stand between cells; their words, if any, belong to the row.
        if (cells.isEmpty()) {
            return;
        }
        if (continues) {
            Row above = rows.removeLast();
            work.spend(above.cells().size() + (long) above.ids().size());
            List<Cell> all = new ArrayList<>(above.cells());
            all.addAll(pair(cells.getFirst(), cells.getLast(), cells.size()));
            ids.addAll(above.ids());
            rows.add(new Row(all, ids, above.group()));
        } else {
            boolean pair = headers.isEmpty() && cells.size() == 2;
            groupUsed = true;
            rows.add(new Row(pair ? pair(cells.getFirst(), cells.getLast(), 2) : cells, ids, group));
        }
    }

    private static List<Cell> pair(Cell first, Cell second, int size) {
        return size < 2
                ? List.of(new Cell("", false, first.text()))
                : List.of(new Cell(first.text(), true, second.text()));
    }

    private List<Cell> cells(List<XmlElement> tds) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (XmlElement td : tds) {
            column = carry(cells, column);
            String text = td.text();
            work.spend(text.length() + CELL);
            int width = span(td, "colspan");
            int height = span(td, "rowspan");
            add(cells, column, text);
            if (height > 1) {
                carried.put(column, new Carried(text, height - 1));
            }
            column += width;
        }
        carry(cells, column);
        return cells;
    }

    private int carry(List<Cell> cells, int from) {
        int column = from;
        for (Carried above = carried.get(column); above != null; above = carried.get(column)) {
            work.spend(above.text().length() + CELL);
            add(cells, column, above.text());
            if (above.rows() == 1) {
                carried.remove(column);
            } else {
                carried.put(column, new Carried(above.text(), above.rows() - 1));
            }
            column++;
        }
        return column;
    }

    private void add(List<Cell> cells, int column, String text) {
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        String header = column < headers.size() ? headers.get(column) : "";
        work.spend(header.length());
        Cell last = cells.isEmpty() ? null : cells.getLast();
        if (last != null && !header.isEmpty() && last.header().equals(header)) {
            work.spend(last.text().length());
            cells.set(cells.size() - 1, new Cell(header, false, last.text() + " " + text));
        } else {
            cells.add(new Cell(header, false, text));
        }
    }

    private static int span(XmlElement cell, String attribute) {
        String value = cell.attribute(attribute);
        if (value == null || value.length() > 3 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return Math.clamp(Integer.parseInt(value), 1, SPAN_LIMIT);
    }
}
