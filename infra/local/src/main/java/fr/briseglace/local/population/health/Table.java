package fr.briseglace.local.population.health;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table written as text: a row a line, columns parted by bars. */
final class Table {
    private Table() {}

    /** What each row means, in order. */
    static <T> List<T> of(String text, Function<Row, T> reading) {
        return text.lines().map(line -> reading.apply(new Row(line))).toList();
    }

    /** One row; a column that is empty or absent reads as empty. */
    static final class Row {
        private final List<String> cells;

        private Row(String line) {
            cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        }

        String text(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        int number(int column) {
            return Integer.parseInt(text(column));
        }

        /** The alternatives of a cell, parted by slashes. */
        List<String> choices(int column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split("/", -1));
        }
    }
}
