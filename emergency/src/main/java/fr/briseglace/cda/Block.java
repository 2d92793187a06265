package fr.briseglace.cda;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row, a paragraph, a list item or a run of lines: what one fact is written in.
 *
 * @param cells what is written, in order; empty for a heading under which nothing stands
 * @param ids the identifiers that entries may refer to
 * @param heading the heading it stands under, null where there is none
 * @param tabular whether it is a row of a table
 */
record Block(List<Cell> cells, Set<String> ids, @Nullable String heading, boolean tabular) {
    Block {
        cells = List.copyOf(cells);
        ids = Set.copyOf(ids);
    }

    /** All that is written in it. */
    String words() {
        return String.join(" ", cells.stream().map(Cell::text).toList());
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "Block[…]";
    }
}
