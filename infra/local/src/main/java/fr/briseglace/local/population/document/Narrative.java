package fr.briseglace.local.population.document;

import java.util.ArrayList;
import java.util.List;

/** What a section says in words: a table whose cells entries refer to, or a paragraph. */
final class Narrative {
    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Narrative(List<String> headings) {
        this.headings = headings;
    }

    /** A table with these headings. */
    static Narrative table(String... headings) {
        return new Narrative(List.of(headings));
    }

    /** One paragraph that entries may refer to. */
    static Narrative paragraph(String id, String text) {
        Narrative narrative = new Narrative(List.of());
        narrative.row(cell(id, text));
        return narrative;
    }

    /** Adds a row. */
    Narrative row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A cell that entries refer to. */
    static Cell cell(String id, String text) {
        return new Cell(id, text);
    }

    /** A cell of words alone. */
    static Cell cell(String text) {
        return new Cell("", text);
    }

    void write(Xml xml) {
        xml.open("text");
        if (headings.isEmpty()) {
            rows.forEach(row -> row.forEach(cell -> paragraph(xml, cell)));
        } else {
            xml.open("table", "border", "0").open("thead").open("tr");
            headings.forEach(heading -> xml.text("th", heading));
            xml.close().close().open("tbody");
            rows.forEach(row -> tr(xml, row));
            xml.close().close();
        }
        xml.close();
    }

    private static void paragraph(Xml xml, Cell cell) {
        xml.open("paragraph").text("content", cell.text, "ID", cell.id).close();
    }

    private static void tr(Xml xml, List<Cell> row) {
        xml.open("tr");
        for (Cell cell : row) {
            if (cell.id.isEmpty()) {
                xml.text("td", cell.text);
            } else {
                xml.open("td").text("content", cell.text, "ID", cell.id).close();
            }
        }
        xml.close();
    }

    /** A cell; its id is empty where nothing refers to it. */
    record Cell(String id, String text) {}
}
